"""The first officers come in from the machine's terminal; once there are three, nobody else does."""

import re
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from probono.accounts.models import Account
from probono.accounts.selectors import home_organisation
from tests.integration.accounts.conftest import let_in

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _invited(number: int, role: str) -> SimpleNamespace:
    out = StringIO()
    call_command("invite", f"officer{number}@example.test", f"Officer {number}", role, stdout=out)
    link = re.search(r"http://localhost:8000(/enrol/link/[\w-]+/)", out.getvalue())
    code = re.search(r"(\d{4} \d{4})", out.getvalue())
    assert link
    assert code
    return SimpleNamespace(path=link[1], code=code[1])


def test_three_officers_come_in_and_then_the_terminal_lets_nobody_in() -> None:
    for number, role in enumerate(("LD", "PO", "PM")):
        let_in(_invited(number, role))

    home = home_organisation()
    assert home is not None
    assert Account.objects.filter(memberships__organisation=home).count() == 3
    with pytest.raises(CommandError, match="on the site"):
        call_command("invite", "officer9@example.test", "Officer 9", "LD")


def test_an_invitation_that_was_not_used_does_not_count(home: Any) -> None:
    for number in range(4):
        _invited(number, "LD")


def test_other_roles_are_invited_on_the_site(home: Any) -> None:
    with pytest.raises(CommandError):
        call_command("invite", "v@example.test", "V", "VA")
