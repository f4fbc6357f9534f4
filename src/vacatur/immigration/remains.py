"""What a vacatur would not cure: grounds that rest on conduct, not on a conviction (from memory: it flags)."""

from vacatur.law.offenses import Ground
from vacatur.law.pack import Pack

_BY_CONDUCT = {
    Ground.PROSTITUTION: "immigration.conduct_prostitution",
    Ground.CONTROLLED_SUBSTANCE: "immigration.conduct_drugs",
    Ground.TRAFFICKING: "immigration.conduct_trafficking",
    Ground.PROTECTION_ORDER: "immigration.conduct_protection_order",
}


def remains(ground: Ground, pack: Pack) -> str | None:
    """The warning for a ground that conduct alone can meet, or `None`."""
    id_ = _BY_CONDUCT.get(ground)
    return pack.words(id_) if id_ else None
