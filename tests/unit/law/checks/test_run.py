"""Each check must be able to fail: a copy of the data is broken in one place, and the check must say so."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import Pack
from vacatur.law.checks import check
from vacatur.law.checks.run import LIBRARY

Edit = Callable[[str, str, str], Pack]


def problems(law: Pack, source: Path = LIBRARY) -> str:
    return "\n".join(check(law, source).problems)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("parameters/pc_236_14/response_days.toml", "still_valid_on = 2026-06-29\n", "", "'still_valid_on' is missing"),
        ("parameters/pc_236_14/response_days.toml", 'id = "', 'id = "x', "its id must be"),
        ("parameters/pc_236_14/response_days.toml", "pc_236_14(c)", "pc_236_41(c)", "there is no source 'pc_236_41'"),
        ("parameters/pc_236_14/response_days.toml", "is = 45", "is = 45\nuntil = 2030-01-01", "'until' is not known"),
        (
            "sources.toml",
            "[pc_236_14]",
            '[pc_1]\ncitation = "x"\ntitle = "x"\npinpoint = "none"\n\n[pc_236_14]',
            "nothing cites",
        ),
        ("sources.toml", 'pinpoint = "subd"\nread_on = 2026-11-24', 'pinpoint = "subd"', "its source was never read"),
        ("violent/09.toml", '"PC 211", ', "", "offenses/pc_211.toml: 'PC 211' stands otherwise"),
        ("offenses/pc_647_b.toml", 'violent = "N"', 'violent = "V"', "'PC 647(b)' stands otherwise"),
        ("offenses/pc_182.toml", '["target"]', '["mood"]', "the fact 'mood' is not known"),
        ("deadlines/prosecutor-response.toml", "/response_days", "/reply_days", "there is no parameter"),
        (
            "deadlines/notice-1203.4.toml",
            "pc_1203_4/notice_days",
            "pc_236_14/destroy_after_order_years",
            "cannot be counted",
        ),
        (
            "courts/los_angeles/pomona.toml",
            'county = "los_angeles"',
            'county = "gotham"',
            "there is no county 'gotham'",
        ),
        ("courts/los_angeles/pomona.toml", '"POMONA"', '"PASADENA"', "'PASADENA' stands in 2 files"),
        ("agencies/pomona_police.toml", '"CAPD POMONA"', '"CAPD PASADENA"', "'CAPD PASADENA' stands in 2 files"),
        ("offenses/pc_118.toml", '"PC 118"', '"PC 115"', "'PC 115' stands in 2 files"),
        (
            "prosecutors/torrance_city_attorney.toml",
            "torrance_police",
            "torrence_police",
            "there is no agency 'torrence_police'",
        ),
        ("calendar/2026.toml", "day = 2026-07-03", "day = 2026-07-04", "2026-07-04 is a Saturday or Sunday"),
        ("words/en/track.toml", "denied = ", "refused = ", "nothing gives the reason 'track.refused'"),
        ("reliefs/pc_17_b.toml", 'status = "draft"', 'status = "good"', "'status' must be one of"),
        ("pack.toml", "version =", "versoin =", "the key 'version' is missing"),
        ("papers/petition.toml", "[", "[[[", "papers/petition.toml: it is not valid TOML"),
    ],
)
def test_a_break_in_one_file_is_found(edit: Edit, file: str, old: str, new: str, says: str) -> None:
    assert says in problems(edit(file, old, new))


def test_a_whole_copy_has_no_problem_that_the_original_has_not(root: Path) -> None:
    assert check(Pack(root)).problems == check(Pack(LIBRARY / "law" / "ca")).problems


def test_a_file_that_nothing_reads_is_found(root: Path) -> None:
    (root / "parametres").mkdir()
    (root / "parametres" / "a.toml").touch()
    (root / "extra.toml").touch()

    found = problems(Pack(root))

    assert "parametres/a.toml: nothing reads a file there" in found
    assert "extra.toml: nothing reads a file there" in found


def test_a_parameter_that_no_rule_reads_is_found(root: Path) -> None:
    text = (root / "parameters/pc_236_14/response_days.toml").read_text(encoding="utf-8")
    path = root / "parameters/pc_236_14/dead_days.toml"
    path.write_text(text.replace("response_days", "dead_days"), encoding="utf-8")

    assert "dead_days.toml (Pen. Code, § 236.14, subd. (c)): no rule reads it" in problems(Pack(root))


def test_a_year_between_two_others_must_be_there(root: Path) -> None:
    (root / "calendar/2026.toml").unlink()

    assert "a year is missing between two others" in problems(Pack(root))


def test_words_of_another_language_must_be_the_same_reasons_with_the_same_holes(root: Path) -> None:
    (root / "words/es").mkdir()
    (root / "words/es/clock.toml").write_text('due = "Vence."\ntarde = "x"\n', encoding="utf-8")

    found = problems(Pack(root))

    assert "'clock.due' has other holes than in English" in found
    assert "'clock.tarde' has no English words" in found


def test_a_reason_that_the_code_gives_must_have_words(edit: Edit) -> None:
    law = edit("words/en/track.toml", "waiting_for_receipt = ", "waiting = ")

    assert "the code gives the reason 'track.waiting_for_receipt', which has no words" in problems(law)


def test_a_remedy_that_says_built_must_have_its_module(tmp_path: Path, root: Path) -> None:
    source = tmp_path / "vacatur"
    shutil.copytree(LIBRARY / "screening", source / "screening")
    (source / "screening/reliefs/pc_1203_4.py").rename(source / "screening/reliefs/pc_1203_99.py")

    found = problems(Pack(root), source)

    assert "reliefs/pc_1203_4.toml: it says built, but there is no module" in found
    assert "reliefs/pc_1203_99.toml: there is a module for it, but it does not say built" in found


def test_a_legal_number_in_the_code_of_a_remedy_is_found(tmp_path: Path, root: Path) -> None:
    source = tmp_path / "vacatur"
    shutil.copytree(LIBRARY / "screening", source / "screening")
    path = source / "screening/reliefs/pc_851_91.py"
    path.write_text(path.read_text(encoding="utf-8") + "\nYEARS = 3\n", encoding="utf-8")

    assert "the number 3 belongs in the law data" in problems(Pack(root), source)


def test_it_counts_what_it_checked() -> None:
    counts = check(Pack(LIBRARY / "law" / "ca")).counts

    assert counts["remedies"] == 36
    assert counts["violent felony entries"] == 25
    assert counts["years of judicial holidays"] == 4
    assert counts["parameters"] > 40
    assert counts["offenses"] > 90
    assert counts["sentences"] > 200
