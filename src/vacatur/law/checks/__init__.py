"""The checks of the law data, written once and run over every file: `vacatur law check`, and a test, call the same function."""

from vacatur.law.checks.report import Report
from vacatur.law.checks.run import check

__all__ = ["Report", "check"]
