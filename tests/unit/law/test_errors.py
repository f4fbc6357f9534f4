from vacatur.kit.errors import InputError
from vacatur.law.errors import LawError


def test_it_names_the_file_and_the_citation() -> None:
    error = LawError("parameters/a.toml", "it has no value.", "Pen. Code, § 1")

    assert error.sentence == "Law data, parameters/a.toml (Pen. Code, § 1): it has no value."


def test_without_a_citation_it_names_the_file() -> None:
    assert LawError("a.toml", "broken.").sentence == "Law data, a.toml: broken."


def test_the_command_line_can_show_it() -> None:
    assert isinstance(LawError("a.toml", "broken."), InputError)
