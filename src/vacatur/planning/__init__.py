"""Findings in, a plan out: petitions per county, in which order, and what is missing."""

from vacatur.planning.build import make_plan

__all__ = ["make_plan"]
