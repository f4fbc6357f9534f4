"""What the permission matrix says, worked out anew: for the tests that compare the site with it.

It reads matrix.toml by itself and asks neither the gate nor the services that make grants. Whoever changes how access is
computed has to be right in both places.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.architecture.tree import SRC

VERBS = ("exists", "read", "write")
"""Each allows what stands before it."""
ANY = "D*"
OF_A_MATTER = frozenset(f"D{number}" for number in range(2, 12))
_TABLE = tomllib.loads((SRC / "probono" / "accounts" / "matrix.toml").read_text("utf-8"))
CELLS = {
    (role, data_class): said.partition(";")[0].split()
    for data_class, row in _TABLE.items()
    if data_class.startswith("D")
    for role, said in row.items()
}
"""(role, class) to [basis, verb]."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a person stands to one matter: what of her is live, and which classes are walled off from her."""

    member: bool = True
    team: bool = False
    released: bool = False
    walled: frozenset[str] = frozenset()


def held(role: str, how: Standing) -> dict[str, str]:
    """Each class of a matter that a role reaches, with its strongest verb; D* for the matter itself.

    A wall around one class leaves the others, and that the matter exists; a wall around everything leaves nothing.
    """
    if not how.member or ANY in how.walled:
        return {}
    live = {
        "standing": True, "team": how.team, "release": how.released, "team+release": how.team and how.released
    }  # fmt: skip
    opened = {
        data_class: verb
        for (each, data_class), (basis, verb) in CELLS.items()
        if each == role and live.get(basis, False)
    }
    of_a_matter = [verb for data_class, verb in opened.items() if data_class in OF_A_MATTER]
    whole = {ANY: strongest(of_a_matter)} if of_a_matter else {}
    return whole | {data_class: verb for data_class, verb in opened.items() if data_class not in how.walled}


def reaches(classes: Mapping[str, str], data_class: str, verb: str) -> bool:
    """Whether what is held carries a verb. Whoever knows that a matter exists reads the little that the matter itself holds."""
    wanted = "exists" if data_class == ANY and verb == "read" else verb
    found = classes.get(data_class)
    return found is not None and VERBS.index(found) >= VERBS.index(wanted)


def strongest(verbs: Iterable[str]) -> str:
    """The verb that carries the others."""
    return max(verbs, key=VERBS.index)
