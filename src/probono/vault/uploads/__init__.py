"""Files that come from outside: told apart by content, limited, and opened only behind walls. Knows no app.

What runs inside the sandbox (`inside` and all it imports) needs no Django: it starts quickly and knows no secret.
"""
