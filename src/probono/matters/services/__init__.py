"""Writes of a matter, and the only place where the site calls the library."""
