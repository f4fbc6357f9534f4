"""Writes of releases and disclosures."""
