"""The reference of the facts file names every key that is read, and no other."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from vacatur.records import facts

PAGE = Path("docs/reference/facts.md").read_text(encoding="utf-8")
_WRITTEN = {"start": "from", "end": "to"}
_TABLES = (
    *(facts.Petitioner, facts.Counsel, facts.Status, facts.Victimization, facts.Nexus),
    *(facts.AgencyName, facts.Service, facts.Enhancement, facts.Attestation),
)


def keys_of(table: type) -> list[str]:
    return [_WRITTEN.get(one.name, one.name) for one in fields(table) if one.name != "attested"]


@pytest.mark.parametrize("table", _TABLES, ids=lambda table: table.__name__)
def test_every_key_stands_on_the_page(table: type) -> None:
    shown = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", PAGE))))

    assert [key for key in keys_of(table) if key not in shown] == []
