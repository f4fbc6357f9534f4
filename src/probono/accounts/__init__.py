"""Accounts, organisations, roles, grants and denies, and the gate every client's data is reached through."""
