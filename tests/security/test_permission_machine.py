"""H-1: whole histories of access, compared step by step with a set-based model (tests/security/oracle.py).

After each step the person it touched is asked about: what the gate shows her of some kinds of row and verbs (all of them in
turn), what `gate.can` says, and on PostgreSQL what a raw query past the gate finds of every kind of row. At the end of a history
everybody is asked about every kind of row. The audit log is not written here.

Time passes by moving every date of the rows into the past: then the gate (the program's clock) and the policies (the
database's clock) agree on what the time is, without either being stopped. It only goes forward here.

A long run: H1_EXAMPLES=2000 H1_STEPS=50 .venv/bin/python -m tools.postgres .venv/bin/pytest -n0 tests/security/test_permission_machine.py
"""

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from hypothesis import HealthCheck, seed
from hypothesis import settings as profile
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from probono.accounts import gate, policies_sql, services, walls
from probono.accounts.data_classes import ANY, DataClass
from probono.accounts.models import Account, Deny, Grant, Membership
from probono.accounts.models.access import Basis
from probono.accounts.roles import Role, belongs
from probono.consent.contact.models import ContactRoute
from probono.matters import models as of_matters
from probono.matters import policies
from probono.matters.models import Matter, MatterState
from probono.matters.services.opening import open_matter
from probono.people.models import Client
from probono.people.services import add_client
from tests.security.oracle import Oracle, Right, Wall
from tests.security.said import VERBS

EXAMPLES = int(os.environ.get("H1_EXAMPLES", "200" if os.environ.get("CI") else "40"))
PARTS = 4
"""Tests that share the histories, so that they can run side by side."""
STEPS = int(os.environ.get("H1_STEPS", "30"))
PEOPLE = ("ada", "bo", "cy", "di")
MATTERS = {"north": "ines", "south": "ines", "west": "june"}
KINDS = {"home": "home", "firm": "firm", "second": "firm", "partner": "partner_firm"}
MODELS: tuple[Any, ...] = (
    Client, Matter, of_matters.RecordUpload, of_matters.PacketBuild, of_matters.FactSheet, of_matters.ImmigrationSheet,
    of_matters.EmergencyOpening, ContactRoute,
)  # fmt: skip
"""One model for each class of data and shape of paths: whoever adds another shape adds it here."""
JOBS = sorted((org, role) for org, kind in KINDS.items() for role in Role if belongs(role, kind))
CLASSES = (DataClass.IDENTITY, DataClass.RECORD, DataClass.LEGAL_FILE, DataClass.FACTS, DataClass.IMMIGRATION, ANY)
GLASS = (DataClass.IDENTITY, DataClass.CONTACT, DataClass.FOLLOW_UPS)
WRITES = (("D4", policies.add_sheet_can), ("D6", policies.change_facts_can), ("D7", policies.change_immigration_can))
PAIRS = [(model, verb) for model in MODELS for verb in VERBS]
CLASSES_AND_VERBS = [(data_class, verb) for data_class in CLASSES for verb in VERBS]
A_STEP = 5
"""How many kinds of row and verbs are asked of each person a step has touched; no divisor of their number."""
T = TypeVar("T")
who, what = st.sampled_from(PEOPLE), st.sampled_from(sorted(MATTERS))
spans = st.sampled_from([None, 1, 2, 30, 200])


def test_each_kind_of_guarded_row_is_in_the_machine() -> None:
    def shape(model: Any) -> tuple[str, bool]:
        return str(model.data_class), "matter_id" in model.gate_paths

    assert {shape(model) for model in policies_sql.guarded_models()} == {shape(model) for model in MODELS}


def _world() -> SimpleNamespace:
    """People who are nothing yet, and three matters of two clients with one row of each kind."""
    organisations = {name: services.add_organisation(name=name, kind=kind) for name, kind in KINDS.items()}
    people = {name: services.add_account(email=f"{name}@example.test", name=name) for name in PEOPLE}
    clients = {name: add_client(by=None, name=f"{name} FICTIONAL", code_name=name) for name in set(MATTERS.values())}
    matters = {
        name: open_matter(by=None, client_id=clients[client].pk, code_name=name) for name, client in MATTERS.items()
    }
    now = timezone.now()
    for matter in matters.values():
        of_matters.RecordUpload.objects.create(matter=matter, kind="text", name="x", size=1, pages=1, source_hash="x")
        of_matters.PacketBuild.objects.create(matter=matter, number=1)
        of_matters.FactSheet.objects.create(matter=matter, number=1, document={})
        of_matters.ImmigrationSheet.objects.create(matter=matter, number=1, document={})
        of_matters.EmergencyOpening.objects.create(matter=matter, reason="safety", until=now)
        ContactRoute(matter_id=matter.pk, client_id=matter.client_id, kind="phone", value="FICTIONAL").save()
    names = {row.pk: name for rows in (clients, matters) for name, row in rows.items()}
    return SimpleNamespace(organisations=organisations, people=people, clients=clients, matters=matters, names=names)


class Access(RuleBasedStateMachine):
    """What happens to access, told to the site and to the oracle alike."""

    world: SimpleNamespace

    @initialize()
    def begin(self) -> None:
        self.oracle = Oracle(client_of=dict(MATTERS))
        self.memberships: dict[tuple[str, str, str], Membership] = {}
        self.denies: list[tuple[Wall, Deny]] = []
        self.touched: set[str] = set()
        self.turn = 0
        self.undo = transaction.atomic()
        self.undo.__enter__()

    def teardown(self) -> None:
        if not hasattr(self, "undo"):
            return
        try:
            for person in PEOPLE:
                self._ask_rows(person, [(model, VERBS[self.turn % 3]) for model in MODELS])
                for matter in MATTERS:
                    self._ask_can(person, matter)
        finally:
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)

    # --- what happens ---

    @rule(person=who, job=st.sampled_from(JOBS), begins=st.sampled_from([-30, 0, 0, 3]), lasts=spans)
    def join(self, person: str, job: tuple[str, Role], begins: int, lasts: int | None) -> None:
        key = (person, *job)
        today = timezone.localdate()
        first = today + dt.timedelta(days=begins)
        last = max(first, today) + dt.timedelta(days=lasts) if lasts else None
        if key in self.memberships:
            return
        self.memberships[key] = services.add_member(
            account=self._account(person), organisation=self.world.organisations[job[0]], role=job[1], starts=first, until=last
        )  # fmt: skip
        starts = timezone.now() if begins <= 0 else _midnight(first)
        right = Right(person, f"role {job}", None, starts, last and _midnight(last))
        self.oracle.give(right, job[1], "standing")
        self.touched = {person}

    @rule(person=who, data=st.data())
    def leave(self, person: str, data: st.DataObject) -> None:
        mine = self._roles(person)
        if not mine:
            return
        key = data.draw(st.sampled_from(mine))
        services.end_member(membership=self.memberships[key], on=timezone.localdate())
        now = timezone.now()
        last = not self._roles(person)
        held = {one for one in self.oracle.rights if one.who == person}
        self.oracle.end(held if last else {one for one in held if one.why == f"role {key[1:]}"}, now)
        self.touched = {person}

    @rule(person=who, matter=what, lasts=spans, data=st.data())
    def put_on_team(self, person: str, matter: str, lasts: int | None, data: st.DataObject) -> None:
        if not (mine := self._roles(person)):
            return
        _person, _organisation, role = data.draw(st.sampled_from(mine))
        on, until = self.world.matters[matter], _days(lasts)
        services.engage(account=self._account(person), role=role, matter_id=on.pk, client_id=on.client_id, until=until)
        self.oracle.give(Right(person, "team", matter, timezone.now(), until), role, "team")
        self.touched = {person}

    @rule(person=who, matter=what, lasts=spans, data=st.data())
    def release(self, person: str, matter: str, lasts: int | None, data: st.DataObject) -> None:
        if not (mine := self._roles(person)):
            return
        _person, _organisation, role = data.draw(st.sampled_from(mine))
        until = _days(lasts)
        engaged = self.oracle.engaged(person, matter, timezone.now())
        on = self.world.matters[matter]
        services.release(account=self._account(person), role=role, matter_id=on.pk, client_id=on.client_id, until=until)
        now = timezone.now()
        ends = until or now + dt.timedelta(days=90)
        self.oracle.give(Right(person, "release", matter, now, ends), role, "release")
        if engaged:
            both = ends if None in engaged else min(ends, max(one for one in engaged if one))
            self.oracle.give(Right(person, "release", matter, now, both), role, "team+release")
        self.touched = {person}

    @rule(person=who, matter=what)
    def open_in_an_emergency(self, person: str, matter: str) -> None:
        on = self.world.matters[matter]
        ends = services.break_glass(
            account=self._account(person), classes=GLASS, matter_id=on.pk, client_id=on.client_id, minutes=60,
            reason=services.Reason.SAFETY,
        )  # fmt: skip
        glass = Right(person, "glass", matter, timezone.now(), ends, verb="read")
        self.oracle.rights |= {replace(glass, data_class=str(each)) for each in GLASS}
        self.touched = {person}

    @rule(
        person=who,
        subject=st.sampled_from([*MATTERS, *sorted(set(MATTERS.values()))]),
        data_class=st.sampled_from(CLASSES),
    )
    def wall(self, person: str, subject: str, data_class: str) -> None:
        by_matter = subject in MATTERS
        whom = (
            {"matter_id": self.world.matters[subject].pk}
            if by_matter
            else {"client_id": self.world.clients[subject].pk}
        )
        basis = Basis.WALL if by_matter else Basis.CLIENT_NO
        made = services.deny(account=self._account(person), data_class=data_class, basis=basis, **whom)
        stands = Wall(person, str(data_class), subject)
        self.denies.append((stands, made))
        self.oracle.walls.add(stands)
        self.touched = {person}

    @precondition(lambda self: self.denies)
    @rule(data=st.data())
    def take_wall_down(self, data: st.DataObject) -> None:
        stands, made = self.denies.pop(data.draw(st.integers(0, len(self.denies) - 1)))
        services.end_deny(wall=Deny.objects.get(pk=made.pk))
        if stands not in {wall for wall, _made in self.denies}:
            self.oracle.walls.discard(stands)
        self.touched = {stands.who}

    @rule(person=who, matter=what)
    def take_off_team(self, person: str, matter: str) -> None:
        services.end_grants(account=self._account(person), matter_id=self.world.matters[matter].pk)
        rights = {one for one in self.oracle.rights if one.who == person and one.matter == matter}
        self.oracle.end(rights, timezone.now())
        self.touched = {person}

    @rule(person=who, active=st.booleans())
    def switch(self, person: str, active: bool) -> None:
        Account.objects.filter(pk=self.world.people[person].pk).update(is_active=active)
        (self.oracle.off.discard if active else self.oracle.off.add)(person)
        self.touched = {person}

    @rule(matter=what)
    def close(self, matter: str) -> None:
        Matter.objects.filter(pk=self.world.matters[matter].pk).update(state=MatterState.CLOSED)
        self.oracle.closed.add(matter)

    @rule(days=st.sampled_from([1, 2, 3, 29, 30, 91]))
    def time_passes(self, days: int) -> None:
        span = dt.timedelta(days=days)
        for model in (Grant, Deny):
            model.objects.update(starts=F("starts") - span, until=F("until") - span)
        for one in self.memberships.values():
            one.starts, one.until = one.starts - span, one.until and one.until - span
            one.save()
        self.oracle.pass_time(span)
        self.touched = set(PEOPLE)

    # --- what is asked after each step ---

    @invariant()
    def the_site_says_what_the_oracle_says(self) -> None:
        if not hasattr(self, "undo"):
            return
        people = sorted(self.touched) or [PEOPLE[self.turn % len(PEOPLE)]]
        for person in people:
            self._ask_rows(person, self._next(PAIRS, A_STEP))
        self._ask_can(people[0], sorted(MATTERS)[self.turn % len(MATTERS)])
        self.touched = set()

    def _next(self, things: Sequence[T], number: int) -> list[T]:
        """Some of the things, and at the next call the ones that follow."""
        self.turn += number
        return [things[(self.turn + one) % len(things)] for one in range(number)]

    def _ask_rows(self, person: str, pairs: Sequence[tuple[Any, str]]) -> None:
        """Through the gate for some kinds of row and verbs; past it for every kind of row."""
        account, now = self._account(person), timezone.now()
        assert self._through_the_gate(account, pairs) == self._expected(person, pairs, now)
        if connection.vendor == "postgresql":
            every = self._expected(person, [(model, "read") for model in MODELS], now)
            assert self._past_the_gate(account) == {(model, name) for model, _verb, name in every}

    def _expected(self, person: str, pairs: Sequence[tuple[Any, str]], now: dt.datetime) -> set[tuple[str, str, str]]:
        return {
            (model.__name__, verb, name)
            for model, verb in pairs
            for name in (self.world.clients if model is Client else MATTERS)
            if self._may(person, str(model.data_class), verb, name, now)
        }

    def _through_the_gate(self, account: Account, pairs: Sequence[tuple[Any, str]]) -> set[tuple[str, str, str]]:
        return {
            (model.__name__, verb, self.world.names[pk])
            for model, verb in pairs
            for pk in gate.visible(account, model, verb).order_by().values_list(_subject(model), flat=True)
        }

    def _past_the_gate(self, account: Account) -> set[tuple[str, str]]:
        """What somebody finds who forgot the gate."""
        parts = (f"SELECT '{model.__name__}', {_subject(model)} FROM {model._meta.db_table}" for model in MODELS)
        with walls.acting(account), connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts))
            return {(model, self.world.names[pk]) for model, pk in cursor.fetchall()}

    def _ask_can(self, person: str, matter: str) -> None:
        account, on, now = self._account(person), Matter.objects.get(pk=self.world.matters[matter].pk), timezone.now()
        for data_class, verb in self._next(CLASSES_AND_VERBS, 2):
            may = self._may(person, str(data_class), verb, matter, now)
            assert gate.can(account, data_class, matter_id=on.pk, client_id=on.client_id, verb=verb) == may
        ((data_class, may_now),) = self._next(WRITES, 1)
        may = self._may(person, data_class, "write", matter, now) and matter not in self.oracle.closed
        assert may_now(account, on) == may

    def _may(self, person: str, data_class: str, verb: str, name: str, now: dt.datetime) -> bool:
        matter = name if name in MATTERS else None
        return self.oracle.may(person, data_class, verb, now, matter=matter, client=MATTERS.get(name, name))

    def _account(self, person: str) -> Account:
        return Account.objects.get(pk=self.world.people[person].pk)

    def _roles(self, person: str) -> list[tuple[str, str, str]]:
        """The roles she holds or will hold."""
        today = timezone.localdate()
        held = ((key, one.until) for key, one in self.memberships.items() if key[0] == person)
        return sorted(key for key, until in held if until is None or until > today)


def _subject(model: Any) -> str:
    return "id" if model in (Client, Matter) else "matter_id"


def _days(number: int | None) -> dt.datetime | None:
    return timezone.now() + dt.timedelta(days=number) if number else None


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


@pytest.mark.django_db
@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_the_site_and_the_oracle_agree(settings: Any, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    settings.TIME_ZONE = "UTC"  # days of 24 hours, so that moving dates moves midnights to midnights
    monkeypatch.setattr(services, "append", lambda act: None)
    Access.world = _world()
    run_state_machine_as_test(_histories(part), settings=_profile())


def _histories(part: int) -> type[Access]:
    """The machine with histories of its own: a seed for each part where runs are to be alike, else any."""
    machine = type(f"Access{part}", (Access,), {})
    return seed(part)(machine) if os.environ.get("CI") else machine


def _profile() -> profile:
    return profile(
        max_examples=EXAMPLES // PARTS,
        stateful_step_count=STEPS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
