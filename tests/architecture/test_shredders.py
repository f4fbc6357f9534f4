"""S-41: no table of a client's data without somebody who clears it away when her file is destroyed."""

from django.apps import apps

from probono.accounts.policies_sql import guarded_models
from probono.retention.services.shred import wiped
from probono.vault import shredders
from tests.architecture.test_gate_only import NOT_OF_A_CLIENT

LAST = {"Keeping"}
"""The row of the state machine itself goes when all the rest has gone (retention/services/shred.py)."""


def test_every_table_of_a_client_has_a_shredder() -> None:
    """In its app's `ready`: `shredders.register(Shredder("app", (guarded(Model), ...), files=...))`, what refers to others first."""
    named = {model for model in apps.get_models() if model.__name__ in NOT_OF_A_CLIENT}
    cleared = {table.model for one in shredders.registered() for table in one.tables}

    missing = {model.__name__ for model in {*guarded_models(), *named} - cleared}
    assert missing == LAST


def test_what_refers_to_others_goes_first() -> None:
    """Otherwise the database would refuse, and a destruction would be stuck half-way."""
    order = [table.model for one in shredders.registered() for table in one.tables]
    late = [
        f"{model.__name__} refers to {field.related_model.__name__}, which goes before it"
        for place, model in enumerate(order)
        for field in model._meta.fields
        if field.related_model in order[:place]
    ]

    assert late == []


def test_what_is_removed_is_wiped_from_the_heap_too() -> None:
    """Each table of which a destruction removes rows; those that no shredder clears stand here by name."""
    cleared = {table.model for one in shredders.registered() for table in one.tables}

    assert {model.__name__ for model in wiped() - cleared} == {*LAST, "DBTaskResult", "Session"}
    assert cleared <= wiped()
