"""One module per outside library: nothing else in the house imports them."""
