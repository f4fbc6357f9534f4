"""What is done with a file behind the walls, a module for each kind, so that only what is needed is loaded.

Each function takes the bytes, some words and where to answer. Nothing here is trusted afterwards: `opened` checks every answer.
"""
