"""Forms of a matter: what people type, checked, with errors as sentences."""
