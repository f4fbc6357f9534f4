"""The program's clients: who they are, and the code name they go by."""
