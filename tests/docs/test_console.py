import pytest

from tests.docs.console import Step, agrees, prepare, refresh, run, steps, steps_of

PAGE = "# A page\n\n```console\n$ echo one\none\n$ true\n```\n\nText.\n\n```console\n$ echo two; echo three\ntwo\n...\n```\n"


def test_a_page_gives_its_commands_in_order():
    assert steps(PAGE) == [Step("echo one", "one"), Step("true", ""), Step("echo two; echo three", "two\n...")]


def test_a_block_without_a_command_is_refused():
    with pytest.raises(ValueError, match="starts with a command"):
        steps_of("one\n")


@pytest.mark.parametrize(
    ("prints", "printed", "alike"),
    [
        ("one", "one", True),
        ("one", "one\ntwo", False),
        ("...", "one\ntwo", True),
        ("one\n...", "one", True),
        ("one\n...\nfour", "one\ntwo\nthree\nfour", True),
        ("one\n...\nfour", "one\ntwo", False),
        ("a.c", "abc", False),
        ("one ...\nthree", "one two\nthree", True),
        ("one ...\nthree", "one\nthree", False),
    ],
)
def test_dots_stand_for_any_lines_and_nothing_else_does(prints, printed, alike):
    assert agrees(prints, printed) is alike


def test_a_reader_finds_the_demo_where_the_readme_says(tmp_path):
    prepare(tmp_path)

    assert run("head -1 demo/readme/FACTS.toml", tmp_path).startswith("# FICTIONAL")


def test_errors_are_printed_too(tmp_path):
    assert "No such file" in run("cat nothing-here", tmp_path)


def test_refreshing_writes_what_is_printed_and_keeps_dots(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(PAGE.replace("\none\n", "\nold\n"), encoding="utf-8")

    refresh(page)

    assert page.read_text(encoding="utf-8") == PAGE
