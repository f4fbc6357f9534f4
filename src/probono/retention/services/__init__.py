"""Writes: one act per file."""
