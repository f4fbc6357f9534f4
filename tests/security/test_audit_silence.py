"""S-32: five hundred names, file names, places and words that were typed, sent, sought or mistyped: not one stands in the audit
log, nor in its sink, nor anywhere else that is not sealed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from probono.audit import heads
from probono.audit.models import Entry
from probono.matters.models import FactSheet, Matter, RecordUpload, RecordVersion, WordEdit
from probono.matters.services.opening import engage, open_matter, release_to
from probono.people.services import add_client
from tests.integration.conftest import SHEET
from tests.security.addresses import Addresses, sheet_with, word_with
from tests.security.markers import Markers, each_said, in_files, in_tables, in_text, lines

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
Planted = dict[str, list[str]]
NAMED_BY_STAFF = {"accounts.Account", "accounts.Organisation", "accounts.Enrolment"}
"""Names of staff and firms are no client's data and stay plain (people are invited by name)."""


@pytest.fixture
def sink(settings: Any, tmp_path: Path) -> Path:
    settings.AUDIT_SINK = tmp_path / "heads.jsonl"
    return Path(settings.AUDIT_SINK)


@pytest.fixture
def planted(
    addresses: Addresses,
    everybody: dict[str, Client],
    stranger: Client,
    avery: Any,
    casey: Any,
    as_: Callable[..., Client],
) -> Planted:
    """Every way in which a word comes into the site, each with words of its own."""
    words = Markers()
    found: Planted = {}
    browser = everybody["Avery"]

    def kept(place: str, count: int) -> list[str]:
        found[place] = words.some(count)
        return found[place]

    def send(address: str, said: list[str], **more: Any) -> None:
        body = addresses.body(address, lines(said)) | more
        if "based_on" in body:
            body["based_on"] = str(FactSheet.objects.filter(matter=addresses.matter).latest("number").number)
        answer = browser.post(addresses.one(address).path, body)
        assert answer.status_code == 302, (address, answer.content[-2000:])

    send("matters:facts-part", kept("other names", 60), name=" ".join(kept("name", 4)), source=kept("source", 1)[0])
    send("matters:facts-new-period", kept("what happened", 80))
    send("matters:facts-period", kept("what happened, changed", 60))
    send("matters:facts-item", kept("an item", 80), **{"enhancements-0-section": "12022(a)"})
    counsel = addresses.one("matters:facts-part").path.replace("petitioner", "counsel")
    base = str(FactSheet.objects.filter(matter=addresses.matter).latest("number").number)
    browser.post(counsel, {"based_on": base, "name": kept("counsel", 1)[0], "address": lines(kept("address", 20))})
    name = f"{kept('name of a sheet', 1)[0]}.txt"
    sheet = SimpleUploadedFile(name, sheet_with(kept("places on a sheet", 80)), "text/plain")
    assert browser.post(addresses.one("matters:record").path, {"file": sheet}).status_code == 302
    word = SimpleUploadedFile(f"{kept('name of a Word file', 1)[0]}.docx", word_with(lines(kept("a Word file", 40))))
    assert browser.post(addresses.one("matters:give-word").path, {"file": word}).status_code == 302
    for one in kept("sought in an address", 30):
        browser.get(addresses.one("matters:matter").path, {"page": one, "q": one, one: "1"})
        browser.get("/matters/", {"page": one})
    refused = as_(casey)
    for one in kept("mistyped addresses", 20):
        for client in (browser, stranger, refused):
            client.get(f"{addresses.one('matters:facts').path}{one}/")
            client.get(f"/matters/{one}/{one}")
    for one in kept("in headers", 10):
        browser.get(
            addresses.one("matters:facts").path, headers={"User-Agent": one, "Referer": f"http://localhost/{one}"}
        )
    for one in kept("refused forms", 20):
        refused.post(addresses.one("matters:facts-part").path, {"based_on": "1", "name": one})
        everybody["Dana"].post(addresses.one("matters:emergency").path, {"code_name": one, "reason": one})
        everybody["Dana"].post(addresses.one("matters:wall-add").path, {"person": one, "basis": one, "data_class": one})
    for one in kept("files that are refused", 10):
        browser.post(addresses.one("matters:record").path, {"file": SimpleUploadedFile(f"{one}.txt", one.encode())})
        browser.post(addresses.one("matters:give-word").path, {"file": SimpleUploadedFile(f"{one}.docx", one.encode())})
    client = add_client(by=avery, name=" ".join(kept("another client", 3)), also_known_as=kept("her other names", 10))
    other = open_matter(by=avery, client_id=client.pk, code_name=client.code_name)
    engage(by=avery, matter=other, account=avery, role="VA")
    release_to(by=None, matter=other, account=avery)
    browser.get(f"/matters/{other.pk}/")
    assert browser.post(addresses.one("matters:build").path, {"mode": "draft"}).status_code == 302
    for path in addresses.downloads():
        browser.get(path)
    return found


def test_not_one_word_stands_in_the_log_or_lies_open(
    planted: Planted, sink: Path, whole: Matter, settings: Any
) -> None:
    assert sum(len(words) for words in planted.values()) >= 500
    _were_kept(planted, whole)

    heads.write_head()
    rows = [str(value) for row in Entry.objects.values_list() for value in row]
    assert len(rows) > 2000
    assert in_text("\n".join(rows)) == set()
    assert in_tables({"audit.Entry"}) == {}
    assert in_text(sink.read_bytes()) == set()
    assert not any(word in "\n".join(rows) for word in ("Marisol", "Vega", "Cedar Lantern", "Avery", str(whole.pk)))

    assert {table: found for table, found in in_tables().items() if table not in NAMED_BY_STAFF} == {}
    assert in_files(settings.VAULT_FILES) == {}


def _were_kept(planted: Planted, matter: Matter) -> None:
    """What is looked for is there, sealed."""
    documents = [
        *(sheet.document for sheet in FactSheet.objects.filter(matter=matter)),
        *(version.document for version in RecordVersion.objects.filter(matter=matter)),
        *(row.name for row in RecordUpload.objects.filter(matter=matter)),
        *(row.name for row in WordEdit.objects.filter(matter=matter)),
    ]
    kept = in_text("\n".join(each_said(documents)))
    wanted = (
        *("other names", "name", "source", "what happened", "an item", "counsel", "address", "places on a sheet"),
        *("name of a sheet", "name of a Word file"),
    )
    assert {word.lower() for place in wanted for word in planted[place]} <= kept


def test_the_search_would_find_them(matter: Matter) -> None:
    """In a plain column, in a binary one, and in the letters of another case."""
    words = Markers()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE matters_matter SET code_name = %s WHERE id = (SELECT id FROM matters_matter LIMIT 1)", [words.one()]
        )
        cursor.execute("UPDATE people_client SET name = %s", [words.one().upper().encode()])

    assert set(in_tables()) >= {"matters.Matter", "people.Client"}
    assert in_text(SHEET) == set()
    assert in_text("zqx0001w".encode("utf-16-le")) == {"zqx0001w"}
