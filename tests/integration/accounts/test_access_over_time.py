"""Roles, engagements and releases that begin, end and change: what they open, and for how long."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from probono.accounts import gate, services
from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.models import Membership
from probono.accounts.roles import Role
from probono.matters.models import Matter
from tests.integration.conftest import BEGAN

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _may(account: Any, matter: Matter, data_class: str, verb: str = Verb.READ) -> bool:
    return gate.can(account, data_class, matter_id=matter.pk, client_id=matter.client_id, verb=verb)


def _ids(matter: Matter) -> dict[str, Any]:
    return {"matter_id": matter.pk, "client_id": matter.client_id}


def test_a_release_opens_to_nobody_who_is_not_on_the_team(casey: Any, matter: Matter) -> None:
    services.release(account=casey, role=Role.VOLUNTEER_ATTORNEY, **_ids(matter))

    assert not _may(casey, matter, DataClass.IDENTITY)
    assert not gate.visible(casey, Matter).exists()


def test_what_needs_both_ends_with_the_earlier_one(casey: Any, matter: Matter) -> None:
    tomorrow = timezone.now() + dt.timedelta(days=1)
    services.engage(account=casey, role=Role.VOLUNTEER_ATTORNEY, until=tomorrow, **_ids(matter))
    services.release(account=casey, role=Role.VOLUNTEER_ATTORNEY, **_ids(matter))

    assert _may(casey, matter, DataClass.IDENTITY)
    assert not casey.grants.filter(matter_id=matter.pk).exclude(until__lte=tomorrow).exists()


def test_a_release_alone_opens_what_needs_no_team(home: Any, matter: Matter) -> None:
    partner = services.add_organisation(name="Larkspur Legal Aid", kind="partner_firm")
    gale = services.add_account(email="gale@example.test", name="Gale Porter")
    services.add_member(account=gale, organisation=partner, role=Role.TECHNICAL_ASSISTANCE, starts=BEGAN)
    services.release(account=gale, role=Role.TECHNICAL_ASSISTANCE, **_ids(matter))

    assert _may(gale, matter, DataClass.RECORD)


def test_a_role_that_begins_later_opens_nothing_yet(home: Any, matter: Matter) -> None:
    account = services.add_account(email="later@example.test", name="Lane Archer")
    first = timezone.localdate() + dt.timedelta(days=7)
    services.add_member(account=account, organisation=home, role=Role.PRO_BONO_MANAGER, starts=first)

    assert not _may(account, matter, DataClass.IDENTITY)


def test_a_role_that_ends_takes_back_what_only_it_gave(blair: Any, home: Any, matter: Matter) -> None:
    services.add_member(account=blair, organisation=home, role=Role.LEGAL_DIRECTOR, starts=BEGAN)
    services.end_member(membership=Membership.objects.get(account=blair, role="PM"), on=timezone.localdate())

    assert _may(blair, matter, DataClass.IDENTITY)
    assert not _may(blair, matter, DataClass.IDENTITY, Verb.WRITE)


def test_a_role_with_a_last_day_is_still_a_role(blair: Any, home: Any, matter: Matter) -> None:
    last = timezone.localdate() + dt.timedelta(days=7)
    services.add_member(account=blair, organisation=home, role=Role.LEGAL_DIRECTOR, starts=BEGAN, until=last)
    services.end_member(membership=Membership.objects.get(account=blair, role="PM"), on=timezone.localdate())

    assert _may(blair, matter, DataClass.LEGAL_FILE)


def test_a_role_that_ends_on_its_first_day_has_ended(home: Any, matter: Matter) -> None:
    account = services.add_account(email="brief@example.test", name="Bryn Falk")
    today = timezone.localdate()
    made = services.add_member(account=account, organisation=home, role=Role.LEGAL_DIRECTOR, starts=today)
    services.end_member(membership=made, on=today)

    assert made.until == today
    assert not _may(account, matter, DataClass.LEGAL_FILE)


def test_two_roles_on_one_team_open_what_both_do(frankie: Any, home: Any, matter: Matter) -> None:
    services.engage(account=frankie, role=Role.INTERPRETER, **_ids(matter))
    services.engage(account=frankie, role=Role.VOLUNTEER_ATTORNEY, **_ids(matter))

    assert _may(frankie, matter, DataClass.SAFETY_PLAN, Verb.WRITE)
    assert _may(frankie, matter, DataClass.LEGAL_FILE, Verb.WRITE)
