import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.drafting.matters import FACTS, NEXUS, TRAFFICKED, but, petition, plan
from tests.unit.filing.packets import filed, make
from vacatur.doors.pdf_edit import metadata_of
from vacatur.filing import bundle as verb
from vacatur.filing import packet_check, read_manifest
from vacatur.kit.errors import InputError

NAMES = (
    "01-notice",
    "02-petition",
    "03-declaration",
    "04-memorandum",
    "05-exhibit-index",
    "06-confidentiality-request",
    "07-identification",
    "08-order-to-vacate",
    "09-order-to-seal",
    "10-proof-of-service-los-angeles-city-attorney",
    "11-filing-sheet",
)
DATA = ("manifest.json", "missing.json", "plan.json", "reading-copy.pdf", "screening.json")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_every_paper_is_there_as_pdf_and_word_with_what_it_was_made_from() -> None:
    folder, _ = filed()

    assert names(folder) == sorted([*(f"{name}.{kind}" for name in NAMES for kind in ("pdf", "docx")), *DATA])


def test_the_manifest_lists_every_file_but_itself() -> None:
    folder, manifest = filed()

    assert sorted(file.path for file in manifest.files) == [name for name in names(folder) if name != "manifest.json"]


def test_the_reading_copy_has_a_bookmark_for_each_public_paper_and_not_the_confidential_sheet() -> None:
    folder, _ = filed()
    bookmarks = metadata_of((folder / "reading-copy.pdf").read_bytes()).bookmarks

    assert "Verified petition" in bookmarks
    assert "Proposed order to seal and destroy" in bookmarks
    assert not {"Confidential identification sheet", "Filing sheet"} & set(bookmarks)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    folder, _ = filed()
    make(tmp_path / "again", filing=True)

    assert names(tmp_path / "again") == names(folder)
    assert [
        name for name in names(folder) if (folder / name).read_bytes() != (tmp_path / "again" / name).read_bytes()
    ] == []


def test_a_draft_lists_what_is_missing_and_is_written_all_the_same(tmp_path: Path) -> None:
    facts = but(nexus=(NEXUS[0], replace(NEXUS[1], account=None), NEXUS[2]))
    manifest = make(tmp_path / "packet", facts)
    missing = json.loads((tmp_path / "packet" / "missing.json").read_text("utf-8"))

    assert manifest.mode == "draft"
    assert [one["key"] for one in missing["missing"]] == ["nexus.5VY07111.1.account"]


def test_filing_mode_refuses_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be filed yet"):
        make(tmp_path / "packet", but(counsel=replace(FACTS.counsel, name=None)), filing=True)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_files_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_text("x")

    with pytest.raises(InputError, match="not empty"):
        make(tmp_path)

    assert names(tmp_path) == ["theirs.txt"]


def test_a_plan_without_a_petition_makes_no_packet(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to petition for"):
        make(tmp_path / "packet", the_plan=replace(plan(), petitions=()))

    assert list(tmp_path.iterdir()) == []


def test_several_petitions_have_a_folder_each(tmp_path: Path) -> None:
    first = petition("pc_236_14")
    second = replace(first, id="fresno-1", county="fresno", items=first.items[:1])
    manifest = make(tmp_path / "packet", the_plan=replace(plan(), petitions=(first, second)))
    found = names(tmp_path / "packet")

    assert "los_angeles-1/02-petition.pdf" in found
    assert "fresno-1/02-petition.pdf" in found
    assert "fresno-1/reading-copy.pdf" in found
    assert "missing.json" in found
    assert read_manifest(tmp_path / "packet") == manifest


def test_a_packet_that_fails_its_check_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packet_check, "check_paper", lambda *_, **__: ())
    facts = but(counsel=replace(FACTS.counsel, organization="Office of Ofelia Canto"))

    with pytest.raises(InputError, match="did not pass its check") as refused:
        make(tmp_path / "packet", facts)

    assert "Ofelia" not in refused.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_an_account_that_names_her_is_held_and_the_draft_still_passes(tmp_path: Path) -> None:
    facts = but(victimizations=(replace(TRAFFICKED, account="He called me Ofelia Canto. I left."),))
    make(tmp_path / "packet", facts)
    missing = json.loads((tmp_path / "packet" / "missing.json").read_text("utf-8"))

    assert [one["kind"] for one in missing["missing"]] == ["name"]


def test_the_verb_is_exported() -> None:
    assert callable(verb)
