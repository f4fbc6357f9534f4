import pytest

from demo.docket import README
from demo.story import sheets, write


@pytest.mark.parametrize("name", sheets())
def test_the_committed_sheet_is_what_the_generator_prints(name):
    assert (README / name).read_text(encoding="ascii") == sheets()[name]


def test_the_later_sheet_has_lost_both_convictions_of_the_window():
    before, after = sheets()["sheet.txt"], sheets()["sheet-after.txt"]

    for number in ("5VY02034", "3894410", "4CP07715", "4126653"):
        assert f"#{number}" in before
        assert f"#{number}" not in after


def test_the_later_sheet_still_shows_what_one_agency_kept_and_what_nobody_asked_for():
    after = sheets()["sheet-after.txt"]

    assert "#3381207" in after
    assert "#8MP05562" in after
    assert "CII/A99014201" in after


def test_writing_gives_both_files(tmp_path):
    write(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == set(sheets())
