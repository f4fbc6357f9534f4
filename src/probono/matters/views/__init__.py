"""Pages of a matter: thin, one module per tab."""
