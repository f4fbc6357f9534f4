"""Small fictional people for the tests of the demo's generator."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from demo.model import Charge, Dispo, FictionalPerson, Happening, Identity, Part

IDENTITY = Identity(
    cii="A99999001",
    names=("PRUEBA,FICTICIA", "PRUEBA,FICTA"),
    birth_dates=("19900101", "19910101"),
    sex="F",
    race="HISPANIC",
    height="500",
    weight="100",
    eye="BRO",
    hair="BLK",
    birth_place="CA",
)
CONVICTED = Dispo(
    words="CONVICTED", kind="convicted", level="M", sentence=(Part(kind="probation", months=24), Part(kind="fine"))
)
CHARGE = Charge(code="PC", section="647(b)", description="PROSTITUTION", level="M", dispositions=(CONVICTED,))
COURT = Happening(
    kind="court", date="20140402", agency="CASC MC VAN NUYS", name="01", number="9VY00001", counts=(CHARGE,)
)


@pytest.fixture
def build_person() -> Callable[..., FictionalPerson]:
    """A person with one court case, and what the test changes about her."""
    person = FictionalPerson("ficticia", "Ficticia Prueba", "She tests.", "draft", IDENTITY, ((COURT,),))
    return lambda **changes: replace(person, **changes)


@pytest.fixture
def build_charge() -> Callable[..., Charge]:
    """A convicted misdemeanor, and what the test changes about it."""
    return lambda **changes: replace(CHARGE, **changes)


@pytest.fixture
def build_event() -> Callable[..., Happening]:
    """A court event with one count, and what the test changes about it."""
    return lambda **changes: replace(COURT, **changes)


@pytest.fixture
def build_identity() -> Callable[..., Identity]:
    """An identity, and what the test changes about it."""

    def build(**changes: Any) -> Identity:
        return replace(IDENTITY, **changes)

    return build
