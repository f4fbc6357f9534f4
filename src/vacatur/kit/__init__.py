"""Small tools every room may use: days without a clock, sections and names in one form, three-valued logic."""
