"""FICTIONAL: a packet of the papers' fictional client, bundled once for all tests that only read it."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.unit.drafting.matters import DAY, FACTS, plan, record
from vacatur.filing import Manifest, bundle
from vacatur.law import pack
from vacatur.planning.plan import Plan
from vacatur.records.facts import Facts
from vacatur.screening.finding import Screening

SCREENING = Screening(DAY, "2026.11.1", (), ())


def make(out: Path, facts: Facts = FACTS, *, filing: bool = False, the_plan: Plan | None = None) -> Manifest:
    """Bundle the plan's packet into `out`."""
    return bundle(the_plan or plan(), facts, record(), SCREENING, out, pack(), filing, source_sha256="ab" * 32)


@cache
def filed() -> tuple[Path, Manifest]:
    """A packet in filing mode, with its manifest. Tests only read it."""
    out = Path(mkdtemp(prefix="packet-test-")) / "packet"
    return out, make(out, filing=True)
