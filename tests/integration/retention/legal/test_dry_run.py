"""What a demand would yield: numbers by class, no word; nothing of the advocate's, not even a number."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import Http404

from probono.accounts.data_classes import DataClass
from probono.accounts.models import Account
from probono.accounts.walls import acting
from probono.audit.models import Entry
from probono.matters.models import Matter, RecordUpload
from probono.matters.policies import NotYoursError
from probono.retention.legal import pages, selectors
from probono.retention.legal.models import Demand
from probono.retention.legal.services.dry_run import what_it_yields
from probono.retention.models import Keeping
from probono.retention.services.shred import shred
from probono.vault import shredders
from tests.integration.consent.contact.conftest import PHONE

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _yield(by: Account, matter_id: Any) -> Any:
    with acting(by):
        return what_it_yields(by=by, matter=selectors.matter_named(by, matter_id))


def test_it_counts_what_there_is_of_the_one_matter(
    with_facts: Matter, other: Matter, confirmed: Any, dana: Account
) -> None:
    confirmed(PHONE)

    found, empty = _yield(dana, with_facts.pk), _yield(dana, other.pk)

    assert {"D3", "D4", "D5", "D6", "D7", "D18"} <= set(found.by_class)
    assert found.by_class["D3"] == 1
    assert found.files == sum(
        name is not None for row in RecordUpload.objects.all() for name in (row.file, row.printed)
    )
    assert (found.state, found.uncounted, found.destroyed) == ("open", {"D2"}, 0)
    assert (set(empty.by_class), empty.files) == (set(), 0)


def test_both_officers_get_the_same_numbers_whatever_each_may_read(
    with_facts: Matter, dana: Account, pat: Account
) -> None:
    first, second = _yield(dana, with_facts.pk), _yield(pat, with_facts.pk)

    assert (first.by_class, first.files, first.access) == (second.by_class, second.files, second.access)
    assert second.acts == first.acts + 1  # the first look is a row itself


def test_the_advocate_s_notes_and_plans_are_not_even_counted(
    with_facts: Matter, dana: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever table of these classes comes, the report says the same."""
    before = _yield(dana, with_facts.pk)
    asked = []
    table = next(one for each in shredders.registered() for one in each.tables if one.model.__name__ == "FactSheet")
    monkeypatch.setattr(table.model, "data_class", DataClass.ADVOCATE_NOTES)
    monkeypatch.setattr(
        shredders.Table, "rows", _watched(shredders.Table.rows, asked)
    )  # fmt: skip

    found = _yield(dana, with_facts.pk)

    assert "FactSheet" not in asked
    assert asked
    assert set(before.by_class) - set(found.by_class) == {"D6"}
    lines = pages.dry_run_page(found, with_facts.pk)["lines"]
    assert [line["count"] for line in lines if line["is_apart"]] == [None, None]


def _watched(rows: Callable[..., Any], asked: list[str]) -> Callable[..., Any]:
    def watched(table: Any, **more: Any) -> Any:
        asked.append(table.model.__name__)
        return rows(table, **more)

    return watched


def test_a_sealed_file_is_counted_and_said_to_be_sealed(asked_for: Keeping, pat: Account) -> None:
    found = _yield(pat, asked_for.matter_id)

    assert found.state == "requested"
    assert found.by_class["D4"] > 0
    assert pages.dry_run_page(found, asked_for.matter_id)["is_sealed"]


def test_what_is_destroyed_yields_nothing_and_is_said_in_numbers(ripe: Keeping, other: Matter, dana: Account) -> None:
    shred(matter_id=ripe.matter_id)

    assert _yield(dana, other.pk).destroyed == 2  # the matter and its client
    with pytest.raises(Http404):
        _yield(dana, ripe.matter_id)


def test_each_look_is_told_and_only_officers_look(with_facts: Matter, dana: Account, blair: Account) -> None:
    _yield(dana, with_facts.pk)

    assert Entry.objects.filter(action="produce", actor=dana.pk).count() == 1
    with pytest.raises(NotYoursError):
        what_it_yields(by=blair, matter=selectors.matter_named(dana, with_facts.pk))


def test_a_demand_adds_itself_to_what_there_is(taken_in: Callable[..., Demand], matter: Matter, dana: Account) -> None:
    before = _yield(dana, matter.pk).by_class.get("D18", 0)
    taken_in()

    assert _yield(dana, matter.pk).by_class["D18"] == before + 2  # the demand and its hold
