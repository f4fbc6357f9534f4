"""The audit log: append-only rows in a keyed chain, with signed heads kept where the site cannot rewrite them."""
