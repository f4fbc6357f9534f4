import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.drafting.matters import DAY, FACTS, FULL_NAME, matter, papers, record
from tests.unit.filing.packets import filed
from vacatur.drafting.blocks import Paper, Paragraph, Text
from vacatur.drafting.redaction import Suppressed, suppressed
from vacatur.filing.manifest import Manifest
from vacatur.filing.packet_check import problems_of_folder, problems_of_papers, texts_of
from vacatur.filing.paper_files import Written, file_of, write

SOUGHT = suppressed(FACTS, record())


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    """A copy of the packet that a test may damage."""
    folder, _ = filed()
    return Path(shutil.copytree(folder, tmp_path / "packet"))


def problems(folder: Path, manifest: Manifest | None = None, sought: Suppressed = SOUGHT) -> list[str]:
    return list(problems_of_folder(folder, manifest or filed()[1], sought))


def with_words(words: str) -> Written:
    notice = papers()["notice"]
    spoiled: Paper = replace(notice, blocks=(*notice.blocks, Paragraph((Text(words),))))
    return write([spoiled], DAY)[0]


def with_files(packet: Path, written: Written) -> Manifest:
    """The packet with its notice replaced, and a manifest that knows the new files."""
    new = {f"01-notice.{kind}": data for kind, data in (("pdf", written.pdf), ("docx", written.docx))}
    for name, data in new.items():
        (packet / name).write_bytes(data)
    manifest = filed()[1]
    files = tuple(file_of(one.path, new[one.path], written) if one.path in new else one for one in manifest.files)
    return replace(manifest, files=files)


def test_a_good_packet_has_no_problem(packet: Path) -> None:
    assert problems(packet) == []


def test_a_changed_file_is_found(packet: Path) -> None:
    with (packet / "plan.json").open("a") as file:
        file.write(" ")

    assert problems(packet) == ["The file plan.json is not the one that was made."]


def test_a_file_too_many_or_too_few_is_found(packet: Path) -> None:
    (packet / "notes.txt").write_text("x")
    (packet / "02-petition.docx").unlink()

    assert problems(packet) == ["The manifest and the folder differ in 2 files."]


def test_a_wrong_count_of_pages_is_found(packet: Path) -> None:
    manifest = filed()[1]
    files = tuple(replace(one, pages=99) if one.path == "01-notice.pdf" else one for one in manifest.files)

    assert problems(packet, replace(manifest, files=files)) == [
        "The file 01-notice.pdf does not have the pages it was made with."
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (FULL_NAME, "name"),
        ("Canto, Ofelia", "name"),
        ("Ofi Canto", "name"),
        ("2/29/1988", "birth date"),
        ("A99077001", "number"),
    ],
)
def test_a_public_file_that_names_the_petitioner_is_found_in_pdf_and_word(packet: Path, words: str, kind: str) -> None:
    found = problems(packet, with_files(packet, with_words(f"Then {words} spoke.")))

    assert found == [
        f"The public file 01-notice.docx holds the petitioner's {kind}.",
        f"The public file 01-notice.pdf holds the petitioner's {kind}.",
    ]


def test_a_lodged_file_that_names_the_petitioner_is_found_too(packet: Path) -> None:
    notice = with_words(f"Then {FULL_NAME} spoke.")
    sealed = replace(notice, paper=replace(notice.paper, public=False, lodged=True))

    assert problems(packet, with_files(packet, sealed)) == [
        "The lodged file 01-notice.docx holds the petitioner's name.",
        "The lodged file 01-notice.pdf holds the petitioner's name.",
    ]


def test_a_problem_never_repeats_what_it_found(packet: Path) -> None:
    found = problems(packet, with_files(packet, with_words(FULL_NAME)))

    assert found
    assert not any(word in sentence for sentence in found for word in FULL_NAME.split())


def test_a_name_in_the_title_of_a_pdf_is_found_too() -> None:
    notice = replace(papers()["notice"], title=FULL_NAME)
    written = write([notice], DAY)[0]

    assert SOUGHT.found_in("\n".join(texts_of("a.pdf", written.pdf))) == ("name",)


def test_a_bracket_is_a_problem_in_filing_mode_only() -> None:
    written = with_words("[something]")

    assert list(problems_of_papers((written,), filing=False)) == []
    assert list(problems_of_papers((written,), filing=True)) == ["01-notice: A bracket is left in the paper."]
    sealed = replace(written, paper=replace(written.paper, public=False, lodged=True))
    assert list(problems_of_papers((sealed,), filing=True)) == ["01-notice: A bracket is left in the paper."]


def test_the_check_of_each_paper_is_part_of_it() -> None:
    written = with_words("More.")
    other = replace(written, docx=with_words("Less.").docx)

    assert list(problems_of_papers((other,), filing=False)) == [
        "01-notice: The PDF and the Word file do not hold the same words."
    ]


def test_what_is_sought_is_what_the_matter_knows() -> None:
    assert matter().suppressed == SOUGHT
