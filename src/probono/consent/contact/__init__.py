"""How a client may be reached: by which ways, when, and by whom; and the tokens without which no note to her leaves.

Every way is unknown until somebody has talked with her. An app of its own inside `consent`, with its own tables.
"""
