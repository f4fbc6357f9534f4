"""The fictional docket: everybody, with the sheet in both forms, the facts of the matter, and where the matter stands."""

from dataclasses import dataclass
from pathlib import Path

from demo.load import PEOPLE, load_people
from demo.model import FictionalPerson
from demo.pdf import text_pdf
from demo.sheet import sheet_pages, sheet_text

HERE = Path(__file__).parent
README = HERE / "readme"
README_SLUG = "marisol-aranda-vega"
STATES = (
    *("referred", "screened", "consented", "records", "assessed", "ready", "offered", "engaged", "facts", "draft"),
    *("reviewed", "talks", "filed", "opposed", "hearing", "order", "legal_closed", "clearing", "verified", "closed"),
    "paused",
)


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One person of the docket, ready for use: `state` is one of STATES, `story` one sentence for a staff member."""

    slug: str
    name: str
    sheet_text: str
    sheet_pdf: bytes
    facts_toml: str
    story: str
    state: str


def facts_path(slug: str) -> Path:
    """Where the facts of a person's matter stand; the README's client has hers beside her sheet."""
    return README / "FACTS.toml" if slug == README_SLUG else HERE / "facts" / f"{slug}.toml"


def _demo(person: FictionalPerson) -> DemoPerson:
    return DemoPerson(
        slug=person.slug,
        name=person.name,
        sheet_text=sheet_text(person),
        sheet_pdf=text_pdf(sheet_pages(person), title=f"FICTIONAL {person.slug}"),
        facts_toml=facts_path(person.slug).read_text(encoding="utf-8"),
        story=person.story,
        state=person.state,
    )


def people() -> tuple[DemoPerson, ...]:
    """Everybody, in the order of their slugs."""
    return tuple(_demo(person) for person in load_people(PEOPLE))


def _files(person: DemoPerson) -> dict[str, bytes]:
    return {
        "sheet.txt": person.sheet_text.encode("ascii"),
        "sheet.pdf": person.sheet_pdf,
        "FACTS.toml": person.facts_toml.encode("utf-8"),
    }


def write(out: Path) -> tuple[Path, ...]:
    """Write a folder for each person into `out` (sheet.txt, sheet.pdf, FACTS.toml), and tell the files written."""
    written = []
    for person in people():
        folder = out / person.slug
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in _files(person).items():
            (folder / name).write_bytes(content)
            written.append(folder / name)
    return tuple(written)
