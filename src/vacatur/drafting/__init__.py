"""Plan and facts in, papers out: a typed block tree per paper, written as a filing PDF (Typst) and as Word."""

from vacatur.drafting.draft import draft

__all__ = ["draft"]
