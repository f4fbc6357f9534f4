"""Record and facts in, findings out: what the law says of each item, with reasons. Advice to a lawyer, never a verdict."""
