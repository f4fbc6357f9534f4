"""H-2: whole histories of keeping and destroying, with kills, old copies that come back and rotations, compared step by step
with a set-based model (tests/security/retention_oracle.py). FICTIONAL: nobody named here exists.

Never destroyed under a hold; nothing of a destroyed file readable after its certificate, not from an old copy of everything
either; another's file readable at every moment; never stuck: whatever happened, going on ends with every destruction certified.

A kill is an exception at one of the steps of services/shred.py. An old copy is a savepoint of the database beside copies of the
files and the keystore; the ledger is kept apart, as it should be. Time passes by moving the rows' dates into the past.

A long run: H2_EXAMPLES=2000 H2_STEPS=60 .venv/bin/python -m tools.postgres .venv/bin/pytest -n0 -s tests/security/test_retention_machine.py
"""

import copy
import datetime as dt
import os
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as site
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.db.models import F
from hypothesis import HealthCheck, Phase, seed
from hypothesis import settings as profile
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from probono.accounts import services as accounts
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.config import retention_room
from probono.matters.models import FactSheet, Matter, RecordUpload
from probono.matters.policies import NotNowError, NotYoursError
from probono.matters.services.opening import open_matter
from probono.people.models import Client
from probono.people.services import add_client
from probono.retention import ledger
from probono.retention.errors import HeldError
from probono.retention.models import Hold, Keeping
from probono.retention.services import hold as holds
from probono.retention.services import keep, replay, shred
from probono.ui.today import today
from probono.vault import files, keystore, root, shredders
from probono.vault.fields import scope_of
from probono.vault.keys import UnknownKeyError
from tests.integration.conftest import BEGAN
from tests.security.retention_oracle import BEGUN, GONE, ROLES, Oracle
from tests.security.retention_oracle import Hold as Held

EXAMPLES = int(os.environ.get("H2_EXAMPLES", "40"))
STEPS = int(os.environ.get("H2_STEPS", "30"))
CLIENTS = {"north": "ines", "south": "ines", "west": "june"}
NAMES = {"LD": Role.LEGAL_DIRECTOR, "PO": Role.PRIVACY_OFFICER}
COUNTS: Counter[str] = Counter()
what, who = st.sampled_from(sorted(CLIENTS)), st.sampled_from(sorted(ROLES))
REFUSED = (NotNowError, NotYoursError)
FOLDERS = ("keys", "keystore", "files", "ledger")


class KilledError(BaseException):
    """The process ends here."""


class Retention(RuleBasedStateMachine):
    """What happens to files that are kept, told to the site and to the oracle alike."""

    world: SimpleNamespace

    @initialize()
    def begin(self) -> None:
        self.oracle, self.copied = Oracle(dict(CLIENTS)), None
        self.doomed: set[str] = set()
        """Whose destruction stands in the ledger."""
        self.certified: set[str] = set()
        self.holds: dict[int, Any] = {}
        self.rotated = False
        """Whether the keystore was rotated since the old copy was taken."""
        _put_back(self.world.first, self.world.place)
        self.undo = transaction.atomic()
        self.undo.__enter__()

    def teardown(self) -> None:
        if not hasattr(self, "undo"):
            return
        try:
            self._go_on_to_the_end()
        finally:
            shred.at = lambda step: None
            transaction.set_rollback(True)
            self.undo.__exit__(None, None, None)

    # --- what happens ---

    @rule(matter=what, by=who, act=st.sampled_from(["close", "reopen", "seal", "request", "erase", "cancel"]))
    def moves(self, matter: str, by: str, act: str) -> None:
        self._move(matter, by, act)

    @rule(matter=what, by=who, wish=st.sampled_from(["all", "order", "until"]))
    def wishes(self, matter: str, by: str, wish: str) -> None:
        row, day = self._row(matter), today()
        if row is not None:
            may = self.oracle.wishes(matter, wish, self.oracle.day + 10)
            told = {"wish": wish, "written_on": day, "way": "room", "keep_until": day + dt.timedelta(days=10)}
            self._tried(may, lambda: keep.instruct(by=self._person(by), keeping=row, **told))

    @rule(matter=what, by=who, role=st.sampled_from(["LD", "PO"]))
    def agrees(self, matter: str, by: str, role: str) -> None:
        row = self._row(matter)
        if row is not None:
            may = self.oracle.agrees(matter, by, role)
            self._tried(may, lambda: keep.approve(by=self._person(by), keeping=row, role=role))

    @rule(matter=what, by=who, lasts=st.booleans())
    def is_held(self, matter: str, by: str, lasts: bool) -> None:
        if self.oracle.at(matter) == GONE or matter in self.doomed:
            return
        may, made = self.oracle.at(matter) != BEGUN, []
        told = {
            "reference": f"26STCV{len(self.holds) + 1:05}",
            "review_on": today() + dt.timedelta(days=9),
            "lasts": lasts,
        }
        on = self.world.matters[matter]
        self._tried(
            may,
            lambda: made.append(
                holds.place(by=self._person(by), matter_id=on.pk, client_id=on.client_id, **told)  # type: ignore[arg-type]
            ),
        )
        if may:
            number = len(self.holds) + 1
            self.holds[number] = made[0].pk
            self.oracle.is_placed(Held(number, matter, by, self.oracle.day, lasts=lasts))

    @precondition(lambda self: self.oracle.holds)
    @rule(pick=st.integers(0, 20), by=who, act=st.sampled_from(["agree", "lift"]))
    def a_hold_goes_on(self, pick: int, by: str, act: str) -> None:
        one = sorted(self.oracle.holds, key=lambda hold: hold.number)[pick % len(self.oracle.holds)]
        row = Hold.objects.filter(pk=self.holds[one.number]).first()
        if row is None:  # it went with what was destroyed before a kill
            assert one.matter in self.doomed
            return
        alone = self.oracle.lifts_alone(one, by)
        may = (
            alone or one.lift_asked != by if act == "lift" else not one.two and one.by != by and self.oracle.stands(one)
        )
        why = {"why": "The case ended."} if act == "lift" else {}
        may = may and self.oracle.at(one.matter) != BEGUN  # it goes with what is being destroyed
        work: Any = holds.agree if act == "agree" else holds.lift
        self._tried(may, lambda: work(by=self._person(by), hold=row, **why))
        if may:
            self.oracle.holds.remove(one)
            if act == "agree":
                self.oracle.holds.add(replace(one, two=True, lift_asked=""))
            elif not alone and not one.lift_asked:
                self.oracle.holds.add(replace(one, lift_asked=by))

    @rule(days=st.sampled_from([1, 3, 14, 15]))
    def days_pass(self, days: int) -> None:
        self._pass(days)

    @rule(
        matter=what, before=st.sampled_from(["", "agreed", "agreed", "held", "served"]), stop=st.sampled_from(range(25))
    )
    def is_destroyed(self, matter: str, before: str, stop: int) -> None:
        """Killed at the step of that number, or carried to the end (0). Most of the time everything was agreed to before."""
        if before:
            self._agree_to_all(matter)
        if before in ("held", "served"):
            self.is_held(matter, "dana", lasts=before == "served")
        self._shred(matter, stop)

    @rule(matter=what, stop=st.sampled_from(range(1, 25)))
    def is_killed(self, matter: str, stop: int) -> None:
        """While it is destroyed, after both officers agreed."""
        self._agree_to_all(matter)
        self._shred(matter, stop)

    @rule()
    def is_rotated(self) -> None:
        keystore.rotate()
        self.rotated = True
        COUNTS["rotations"] += 1

    @rule()
    def is_certified(self) -> None:
        self._certify()

    @rule()
    def a_copy_is_taken(self) -> None:
        """As a backup would: all but the ledger."""
        self.copied = SimpleNamespace(
            at=transaction.savepoint(), oracle=copy.deepcopy(self.oracle), holds=dict(self.holds),
            doomed=set(self.doomed), finished=self._finished(),
        )  # fmt: skip
        self.rotated = False
        shutil.rmtree(self.world.old, ignore_errors=True)
        keystore.close()
        for name in ("keystore", "files"):
            shutil.copytree(self.world.place / name, self.world.old / name)

    @precondition(lambda self: self.copied is not None)
    @rule(keys=st.booleans(), stop=st.sampled_from([0, 0, 1, 2, 3, 5, 8, 12, 20]))
    def an_old_copy_comes_back(self, keys: bool, stop: int) -> None:
        """With the old keystore or the one of today; then what the ledger knows is destroyed again, killed once on the way."""
        COUNTS["restores"] += 1
        transaction.savepoint_rollback(self.copied.at)
        self.oracle, self.holds = copy.deepcopy(self.copied.oracle), dict(self.copied.holds)
        self._files_back("files")
        if keys:
            self._keys_back()
        back = self._unreplayed()
        assert self.doomed - self.copied.finished <= back <= self.doomed
        if back:
            with pytest.raises(ImproperlyConfigured, match="retention replay"):
                retention_room.refuse_unreplayed()
        self._killed_at(stop, replay.replay)
        replay.replay()
        assert self._unreplayed() == set()
        self._told_by_the_ledger()
        retention_room.refuse_unreplayed()

    # --- how ---

    def _move(self, matter: str, by: str, act: str) -> None:
        on, person, row = self.world.matters[matter], self._person(by), self._row(matter)
        if self.oracle.at(matter) == GONE or (row is None and act in ("reopen", "seal", "request", "cancel")):
            return
        may = self.oracle.move(matter, by, act)
        told = {"copies": True, "asked": True}
        work: dict[str, Callable[[], Any]] = {
            "close": lambda: self._close(person, on),
            "reopen": lambda: keep.reopen(by=person, keeping=row, reason="mistake"),  # type: ignore[arg-type]
            "seal": lambda: keep.seal(by=person, keeping=row),  # type: ignore[arg-type]
            "request": lambda: keep.request(by=person, keeping=row, **told),  # type: ignore[arg-type]
            "erase": lambda: keep.erase(by=person, matter_id=on.pk, written_on=today(), way="room", **told),
            "cancel": lambda: keep.cancel(by=person, keeping=row, way="room"),  # type: ignore[arg-type]
        }
        self._tried(may, work[act])

    def _close(self, person: Account, on: Matter) -> None:
        """A sealed matter is no page any more; that is a no as well."""
        if Keeping.objects.filter(matter_id=on.pk).exists():
            raise NotNowError
        keep.close(by=person, matter_id=on.pk)

    def _agree_to_all(self, matter: str) -> None:
        """Everything that lets a destruction begin, but for a hold."""
        if self.oracle.at(matter) in (GONE, BEGUN):
            return
        self._move(matter, "dana", "erase")
        for by, role in (("dana", "LD"), ("pat", "PO"), ("quinn", "LD"), ("quinn", "PO")):
            self.agrees(matter, by, role)
        self._pass(15)

    def _pass(self, days: int) -> None:
        span = dt.timedelta(days=days)
        Keeping.objects.update(requested_at=F("requested_at") - span, keep_until=F("keep_until") - span)
        Hold.objects.update(made_at=F("made_at") - span)
        self.oracle.day += days

    def _shred(self, matter: str, stop: int) -> None:
        row, may = self._row(matter), self.oracle.may_begin(matter)
        if row is None:
            shred.shred(matter_id=self.world.matters[matter].pk)  # nothing to do is no error
            return
        if not may:
            with pytest.raises(HeldError if self.oracle.held(matter) else NotNowError):
                shred.shred(matter_id=row.matter_id)
            COUNTS["refused destructions"] += 1
            self._opens(matter)
            return
        self.oracle.state[matter] = BEGUN
        self._killed_at(stop, lambda: shred.shred(matter_id=row.matter_id))
        self._told_by_the_ledger()
        if self._row(matter) is None:
            self.oracle.forget(matter)
            assert matter in self.doomed
            self._is_gone(matter)

    def _killed_at(self, stop: int, work: Callable[[], Any]) -> None:
        steps = 0

        def at(step: str) -> None:
            nonlocal steps
            steps += 1
            if steps == stop:
                raise KilledError

        shred.at = at
        try:
            work()
        except KilledError:
            COUNTS["kills"] += 1
        finally:
            shred.at = lambda step: None
            keystore.close()

    def _told_by_the_ledger(self) -> None:
        """What the ledger says now; a name in it never leaves it."""
        marks = ledger.marks()
        doomed = {name for name, subject in self.world.subjects.items() if keystore.mark_of(subject) in marks}
        assert self.doomed <= doomed
        self.doomed = doomed
        waiting = {line.mark for line in ledger.waiting()}
        self.certified -= {one for one in self.certified if keystore.mark_of(self.world.subjects[one]) in waiting}
        for matter in CLIENTS:
            if matter in doomed and self._row(matter) is None:
                self.oracle.forget(matter)

    def _certify(self) -> None:
        epoch = keystore.state().epoch
        ready = {line.mark for line in ledger.waiting() if line.epoch < epoch}
        names = {name for name, subject in self.world.subjects.items() if keystore.mark_of(subject) in ready}
        assert shred.certify() == len(ready) == len(names)
        self.certified |= names
        COUNTS["certificates"] += len(names)
        for name in names:
            assert name in self.doomed
            assert keystore.is_shredded(self.world.subjects[name])
            self._stolen(name)

    def _stolen(self, name: str) -> None:
        """With the old keystore and today's root, nothing of what is certified opens, if it is in the copy at all."""
        if self.copied is None or not (self.world.old / "keystore").exists():
            return
        keystore.close()
        held, site.VAULT_KEYSTORE = site.VAULT_KEYSTORE, self.world.old / "keystore" / "keys.sqlite3"
        try:
            assert keystore.key_for(self.world.subjects[name], "legal", make=False) is None
        except ImproperlyConfigured:
            COUNTS["old keystores that open nothing"] += 1
        finally:
            keystore.close()
            site.VAULT_KEYSTORE = held

    def _go_on_to_the_end(self) -> None:
        """Never stuck: from wherever it stands, going on destroys and certifies whatever was begun."""
        for matter in CLIENTS:
            if self.oracle.at(matter) == BEGUN:
                self._shred(matter, 0)
        assert self._unreplayed() == set()
        keystore.rotate()
        self._certify()
        assert ledger.waiting() == []
        last = {line.mark: line.kind for line in ledger.lines()}
        assert set(last.values()) <= {ledger.CERTIFIED}
        assert self.certified == self.doomed
        for name in CLIENTS:
            self._is_gone(name) if name in self.doomed else self._opens(name)
        left = {client for matter, client in CLIENTS.items() if matter not in self.doomed}
        assert set(CLIENTS.values()) & self.doomed == set(CLIENTS.values()) - left
        COUNTS["histories"] += 1
        COUNTS["destroyed"] += len(self.doomed)

    def _opens(self, matter: str) -> None:
        """Everything of it, as long as no destruction began."""
        if matter in self.doomed or self.oracle.at(matter) in (BEGUN, GONE):
            return
        on = self.world.matters[matter]
        assert FactSheet.objects.get(matter_id=on.pk).document == {"said": matter}
        upload = RecordUpload.objects.get(matter_id=on.pk)
        assert files.read(upload.file, scope_of(upload)) == f"FICTIONAL {matter}".encode()
        assert Client.objects.get(pk=on.client_id).name == f"{CLIENTS[matter]} FICTIONAL"

    def _is_gone(self, matter: str) -> None:
        on = self.world.matters[matter]
        rows = [table for one in shredders.registered() for table in one.tables if table.rows(matter_id=on.pk).exists()]
        assert rows == []
        assert keystore.is_shredded(str(on.pk))
        for name, scope in self.world.stored[matter]:
            with pytest.raises((FileNotFoundError, UnknownKeyError)):
                files.read(name, scope)

    def _finished(self) -> set[str]:
        """Of whom nothing is left now."""
        here = self._unreplayed()
        return {name for name in self.doomed if name not in here}

    def _unreplayed(self) -> set[str]:
        names = {subject: name for name, subject in self.world.subjects.items()}
        return {names[one] for one in replay.unreplayed()}

    def _files_back(self, name: str) -> None:
        shutil.rmtree(self.world.place / name)
        shutil.copytree(self.world.old / name, self.world.place / name)

    def _keys_back(self) -> None:
        """An old keystore; after a rotation it does not open with the root of today, and the present one stays."""
        keystore.close()
        if self.rotated:
            held, site.VAULT_KEYSTORE = site.VAULT_KEYSTORE, self.world.old / "keystore" / "keys.sqlite3"
            with pytest.raises(ImproperlyConfigured):
                keystore.mark_of("anybody")
            keystore.close()
            site.VAULT_KEYSTORE = held
            COUNTS["old keystores that open nothing"] += 1
        else:
            self._files_back("keystore")

    def _row(self, matter: str) -> Keeping | None:
        return Keeping.objects.filter(matter_id=self.world.matters[matter].pk).first()

    def _person(self, name: str) -> Account:
        found: Account = self.world.people[name]
        return found

    def _tried(self, may: bool, work: Callable[[], Any]) -> None:
        if may:
            work()
            return
        with pytest.raises(REFUSED):
            work()


def _put_back(first: Path, place: Path) -> None:
    keystore.close()
    root.forget()
    for name in FOLDERS:
        shutil.rmtree(place / name, ignore_errors=True)
        if (first / name).exists():
            shutil.copytree(first / name, place / name)


def _world(folder: Path) -> SimpleNamespace:
    """Three matters of two clients, each with facts and a sheet, and three officers; one of them holds both roles."""
    home = accounts.add_organisation(name="Ridgeline Survivors' Law Center", kind="home")
    people = {name: accounts.add_account(email=f"{name}@example.test", name=name) for name in ROLES}
    for name, roles in ROLES.items():
        for role in sorted(roles):
            accounts.add_member(account=people[name], organisation=home, role=NAMES[role], starts=BEGAN)
    clients = {name: add_client(by=None, name=f"{name} FICTIONAL", code_name=name) for name in {*CLIENTS.values()}}
    matters, stored = {}, {}
    for name, client in CLIENTS.items():
        matters[name] = open_matter(by=None, client_id=clients[client].pk, code_name=name)
        FactSheet.objects.create(matter=matters[name], number=1, document={"said": name})
        upload = RecordUpload(matter=matters[name], kind="text", name="x", size=1, pages=1, source_hash="x")
        upload.file = files.store(f"FICTIONAL {name}".encode(), scope_of(upload))
        upload.save()
        stored[name] = [(upload.file, scope_of(upload))]
    subjects = {name: str(row.pk) for rows in (matters, clients) for name, row in rows.items()}
    keystore.close()
    first = folder / "first"
    for name in FOLDERS:
        if (folder / name).exists():
            shutil.copytree(folder / name, first / name)
    return SimpleNamespace(
        people=people, matters=matters, stored=stored, subjects=subjects, place=folder, first=first, old=folder / "old"
    )


@pytest.mark.django_db
@pytest.mark.slow
def test_the_site_and_the_oracle_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    for one in (keep, holds, shred):
        monkeypatch.setattr(one, "append", lambda act: None)
    Retention.world = _world(tmp_path)
    COUNTS.clear()
    machine = seed(1)(Retention) if os.environ.get("CI") else Retention
    run_state_machine_as_test(
        machine,
        settings=profile(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],  # a history tells enough; making it shorter takes minutes
        ),
    )
    print("\n" + ", ".join(f"{count} {name}" for name, count in sorted(COUNTS.items())))
    assert COUNTS["histories"] >= EXAMPLES
    assert COUNTS["kills"] >= EXAMPLES // 20
    assert COUNTS["certificates"] >= EXAMPLES // 20
