"""S-40 and S-41: a word in every encrypted field and every file of two clients, one of whom is destroyed.

Asked of every place (rows as text, the database's files with their log, stored files, temporary folder, keystore, ledger, logs,
job queue, copies from before): which words can be read as they are, and which can be opened with whatever keys there are. A new
field gets a word by itself, from the models; a plain column of text that holds a client's data has to be named here.
With `-s` the counts are printed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from probono.accounts.policies_sql import guarded_models
from probono.vault import shredders
from probono.vault.fields import EncryptedField
from tests.architecture.tree import ROOT
from tests.security.planted import HERS, OTHERS, _fields, _models

OPEN_TEXT = {
    "matters.Matter.code_name": "made up; tells nothing of her",
    "people.Client.code_name": "made up; tells nothing of her",
    "matters.RecordUpload.source_hash": "keyed",
    "matters.RecordVersion.source_hash": "keyed",
    "matters.RecordVersion.schema": "the library's",
    "matters.RecordVersion.library": "the library's",
    "matters.ItemRow.item_key": "a hash",
    "matters.ItemRow.kind": "arrest or count",
    "matters.ItemRow.code": "a statute, for lists (DESIGN 6.4)",
    "matters.ItemRow.section": "a statute, for lists (DESIGN 6.4)",
    "matters.ItemRow.level": "F, M or I",
    "matters.ItemRow.county": "a county, for lists (DESIGN 6.4)",
    "matters.ScreeningVersion.pack": "the law's version",
    "matters.ScreeningVersion.schema": "the library's",
    "matters.ImmigrationScreening.pack": "the law's version",
    "matters.ImmigrationScreening.schema": "the library's",
    "matters.PacketBuild.step": "of a fixed list",
    "matters.PacketBuild.pack": "the law's version",
    "matters.Paper.slot": "the kind of paper",
    "matters.Paper.other_name": "of a fixed list",
    "matters.WordEdit.slot": "the kind of paper",
    "people.Client.language": "a code",
    "contact.ContactRoute.language": "a code",
    "retention.Keeping.matter_state": "of a fixed list",
    "contact.ContactRoute.missed_heard": "ids",
    "consent.Release.classes": "of a fixed list",
    "consent.Release.grant_ids": "ids",
    "consent.Release.purpose": "of a fixed list",
    "consent.Release.language": "a code",
    "consent.Release.wording": "a hash",
    "consent.Release.listing_mark": "keyed",
    "consent.Release.copy_kind": "of a fixed list",
    "consent.Disclosure.seen": "a class",
    "consent.Disclosure.route": "an address's name",
    "retention.ClientCopy.language": "a code",
}
"""Columns of text or JSON that are not sealed, and why nothing of hers can be in them."""
OF_STAFF = {"accounts", "breach"}
"""Apps whose other sealed fields are staff's own, under the program's key: their keys to sign in; what counsel read of a duty."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("planted")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PROBONO_", "DATABASE_", "DJANGO_", "PG"))
    }
    environ = kept | {
        "PROBONO_VAR": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "probono.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    script = Path(__file__).with_name("planted.py")
    done = subprocess.run([sys.executable, str(script)], env=environ, cwd=ROOT, capture_output=True, text=True)
    log = folder / "var" / "logs" / "said.log"
    assert done.returncode == 0, log.read_text()[-3000:] if log.exists() else done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    _print(found)
    return found


def _print(told: dict[str, Any]) -> None:
    planted = {whose: len(words) for whose, words in told["planted"].items()}
    print(f"\nplanted: {planted}")
    for when in ("before", "shredded", "after"):
        look = told[when]
        places = {place: len(words) for place, words in look["read"].items()}
        opens = {whose: len(_opened(told, when, whose)) for whose in planted}
        print(f"{when}: read as they are {places}; opened {opens}; her ids in files {look['ids in files']}")
    for name in told:
        if name.startswith(("backup with", "backup of")):
            print(f"{name}: opened { ({whose: len(_hits(told, told[name], whose)) for whose in planted}) }")
    print(f"backup as bytes: read {len(told['backup as bytes'])}")


def _hits(told: dict[str, Any], opens: dict[str, list[str]], whose: str) -> set[str]:
    return {place for place, word in told["planted"][whose].items() if word.lower() in opens}


def _opened(told: dict[str, Any], when: str, whose: str) -> set[str]:
    return _hits(told, told[when]["opens"], whose)


def _places() -> set[str]:
    """Every encrypted field and every file field of a client's data, read from the models anew."""
    return {f"{model._meta.label}.{name}" for model in guarded_models() for name, _is_file in _fields(model)}


@pytest.mark.slow
def test_every_field_and_file_has_a_word_that_opens_before(told: dict[str, Any]) -> None:
    assert set(_models()) == set(guarded_models())
    assert set(told["planted"][HERS]) == set(told["planted"][OTHERS]) == _places()
    assert _opened(told, "before", HERS) == _opened(told, "before", OTHERS) == _places()
    assert len(_places()) > 30


@pytest.mark.slow
def test_no_word_can_ever_be_read_as_it_is(told: dict[str, Any]) -> None:
    """In no row, no file, no log and no name, before, between and after; nor in a copy."""
    for when in ("before", "shredded", "after"):
        read = told[when]["read"]
        assert {place for place, words in read.items() if words} == set(), when
        assert {"every row", "job queue", "files", "keystore", "ledger", "logs", "probono.sqlite3"} <= {
            *read, *(["ledger"] if when == "before" else [])
        }  # fmt: skip
        assert told[when]["left in the temporary folder"] == 0
    assert told["backup as bytes"] == []


@pytest.mark.slow
def test_the_look_would_find_a_word_that_lies_open(told: dict[str, Any]) -> None:
    read = told["control"]
    assert read["every row"] == ["zqx9001w"]
    assert "zqx9001w" in {*read["probono.sqlite3"], *read.get("probono.sqlite3-wal", [])}
    assert read["tmp"] == ["zqx9002w"]


@pytest.mark.slow
def test_nothing_of_hers_opens_after_the_destruction_and_everything_of_the_other(told: dict[str, Any]) -> None:
    for when in ("shredded", "after"):
        assert _opened(told, when, HERS) == set()
        assert _opened(told, when, OTHERS) == _places()
    assert told["before"]["ids in files"] > 0
    assert told["after"]["ids in files"] == 0
    assert told["rotated"] == {"certified": 2, "orphans": 1}


@pytest.mark.slow
def test_copies_from_before_open_nothing_once_the_old_epoch_is_destroyed(told: dict[str, Any]) -> None:
    """Until then they do: this is why a certificate waits for the rotation."""
    assert _hits(told, told["backup with the keys of its day"], HERS) == _places()
    assert _hits(told, told["backup with the key of today"], HERS) == set()
    assert _hits(told, told["backup with the key of today"], OTHERS) == set()
    assert _hits(told, told["backup of data with everything of today"], HERS) == set()
    assert _hits(told, told["backup of data with everything of today"], OTHERS) == _places()


def test_a_sealed_field_belongs_to_a_client_or_to_staff() -> None:
    guarded = set(guarded_models())
    others = {
        model._meta.label
        for model in apps.get_models()
        if model not in guarded
        and model._meta.app_label not in OF_STAFF
        and any(isinstance(field, EncryptedField) for field in model._meta.fields)
    }
    assert others == set()


def test_no_open_column_of_text_is_new() -> None:
    """A new one is sealed, or named here with the reason why nothing of hers can be in it."""
    found = {
        f"{model._meta.label}.{field.name}"
        for model in guarded_models()
        for field in model._meta.fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField | models.BinaryField)
        and not isinstance(field, EncryptedField)
        and not field.choices
    }
    assert found == set(OPEN_TEXT)


@pytest.mark.django_db
def test_every_file_field_is_in_its_shredder(settings: Any) -> None:
    """What names a file is asked for by whoever destroys the matter, and by the janitor."""
    named = {one._meta.app_label for one in guarded_models() if any(is_file for _name, is_file in _fields(one))}
    with_files = {one.app for one in shredders.registered() if one.files.__name__ != "<lambda>"}

    assert named <= with_files
