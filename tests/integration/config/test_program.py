"""Reading program.toml."""

from pathlib import Path

import pytest

from probono.config.program import ProgramError, read_program

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "program.toml").read_text("utf-8")


def _read(folder: Path, text: str) -> object:
    path = folder / "program.toml"
    path.write_text(text, "utf-8")
    return read_program(path)


def test_it_reads_the_demo_program() -> None:
    program = read_program(ROOT / "program.toml")

    assert program.partner_firm == "Alder & Quill LLP"
    assert program.contact.title.in_language("es-mx").startswith("Gerente")
    assert (program.months_min, program.months_max) == (6, 12)
    assert len(program.services) > 1


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('name = "Open Door Vacatur Program"', "", "the key name is missing"),
        ('name = "Open Door Vacatur Program"', 'name = ""', "name must be a text that is not empty"),
        ("months_max = 12", 'months_max = "twelve"', "months_max must be a whole number"),
        ("months_max = 12", "months_max = 2", "months_min must be at least 1 and not more than months_max"),
        ("team_attorneys_min = 2", "team_attorneys_min = true", "team_attorneys_min must be a whole number"),
        ('time_zone = "America/Los_Angeles"', 'time_zone = "Mars/Olympus"', "time_zone is not a known time zone"),
        ("[mission]", 'colour = "blue"\n[mission]', "the key colour is not known"),
        ("[mission]", "[mision]", "mision is not known"),
        ("months_max = 12", "months_max = ", "is not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_its_key(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in TEXT

    with pytest.raises(ProgramError, match=sentence):
        _read(tmp_path, TEXT.replace(old, new))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match=r"program\.toml was not found"):
        read_program(tmp_path / "program.toml")


def test_a_table_that_is_none_is_told(tmp_path: Path) -> None:
    text = TEXT.split("[contact]")[0]

    with pytest.raises(ProgramError, match="contact must be a table"):
        _read(tmp_path, text.replace("[mission]", 'contact = "Joan"\n[mission]'))


FIRM = """
[[firms]]
id = "harborside"
organization = "Harborside LLP"
issuer = "https://login.harborside.example"
client_id = "vacatur"
"""


def test_a_program_may_name_firms_with_their_own_sign_in(tmp_path: Path) -> None:
    program = read_program(ROOT / "program.toml")
    named: object = _read(tmp_path, TEXT + FIRM)

    assert program.firms == ()
    assert [firm.id for firm in named.firms] == ["harborside"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"harborside"', '"Harbor Side"', "firms.id must be"),
        ("https://login", "http://login", "firms.issuer must be an https address"),
        ('client_id = "vacatur"', "", "the key firms.client_id is missing"),
        ('client_id = "vacatur"', 'secret = "x"\nclient_id = "vacatur"', "the key firms.secret is not known"),
    ],
)
def test_a_firm_that_is_not_named_right_is_one_sentence(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    with pytest.raises(ProgramError, match=sentence):
        _read(tmp_path, TEXT + FIRM.replace(old, new))


def test_two_firms_do_not_share_an_id(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match=r"firms\.id"):
        _read(tmp_path, TEXT + FIRM + FIRM)
