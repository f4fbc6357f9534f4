"""All mail leaves here, and nowhere else in the site (tests/architecture/test_mail.py).

Two doors: to people of the program (`to_staff`, `to_desk`) and to a client (`to_client`). What may be said is a fixed list
(words.py). No function here takes a text, so nothing of a client can be in a message.
"""
