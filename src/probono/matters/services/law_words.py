"""Names and sentences of the law that pages show beside the library's codes."""

from dataclasses import dataclass

from probono.matters.services.library import law


@dataclass(frozen=True, slots=True)
class ReliefWords:
    """What a page says of one remedy."""

    id: str
    name: str
    cite: str
    status: str
    rely_on: str
    do_not_rely_on: str

    @property
    def is_draft(self) -> bool:
        """Whether counsel has not reviewed the rule yet."""
        return self.status == "draft"


def relief_words() -> dict[str, ReliefWords]:
    """Every remedy by its id, those not built yet too."""
    return {
        each.id: ReliefWords(
            each.id, each.name, each.cite, str(each.status), each.rely_on or "", each.do_not_rely_on or ""
        )
        for each in law().reliefs()
    }


def prosecutor_choices(county: str) -> list[tuple[str, str]]:
    """The prosecuting offices of a county by id and name; all of them when the county is not known."""
    return [(each.id, each.name) for each in law().prosecutors(county or None)]


def prosecutor_name(id_: str) -> str:
    """An office by its id."""
    found = law().prosecutor(id_)
    return found.name if found else id_
