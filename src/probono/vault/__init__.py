"""Keys, encrypted fields and files, safe writes. Knows no other app."""
