"""The nouns: what a sheet says (Record), what someone attested (Facts), and the unit of relief (Item)."""
