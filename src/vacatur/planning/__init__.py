"""Findings in, a plan out: petitions per county, in which order, and what is missing."""
