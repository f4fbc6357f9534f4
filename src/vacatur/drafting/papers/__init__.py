"""One module per paper: a matter in, a block tree out. The words stand in law/ca/papers, where lawyers edit them."""
