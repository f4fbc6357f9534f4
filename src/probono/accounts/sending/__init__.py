"""Large files that come in pieces, and go on where a lost connection stopped them."""
