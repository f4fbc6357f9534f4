"""How long a file is kept: closed, sealed, held back, destroyed. One machine, two officers, and a ledger that outlives it."""
