"""`probono retention`: what is kept and held, what is due, carrying a destruction out, and a restore's replay."""

import logging
import sys
from collections import Counter
from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from probono.matters.policies import NotNowError
from probono.retention import ledger, selectors
from probono.retention.errors import HeldError
from probono.retention.services import replay as restored
from probono.retention.services import shred as destruction
from probono.retention.services.copy_ends import drop_old
from probono.ui.today import today

log = logging.getLogger(__name__)

DONE, HELD, BAD_LEDGER, FAILED = 0, 1, 2, 3


def status() -> int:
    """Counts, never a name: files in each state, holds, and what the ledger holds."""
    return _said(_status)


def due() -> int:
    """What waits for a person or for the operator, as counts. The officers' page says which files."""
    return _said(_due)


def shred() -> int:
    """Destroys what is due and agreed to, and certifies what a rotation has sealed for good. Exit 1 when a hold stopped one, 2
    when the ledger cannot be relied on, 3 when something else failed: the rest is done all the same.
    """
    return _said(_shred)


def replay() -> int:
    """After a restore: destroys again whatever the ledger knows as destroyed."""
    return _said(_replay)


def refuse_unreplayed() -> None:
    """No sign-in opens while something destroyed is back. ImproperlyConfigured with a sentence."""
    try:
        count = len(restored.unreplayed())
    except ledger.LedgerError as error:
        raise ImproperlyConfigured(str(error)) from error
    if count:
        raise ImproperlyConfigured(
            f"{_number(count, 'destroyed client or matter', 'destroyed clients and matters')} came back with a restore, or "
            "were not destroyed to the end: run `probono retention replay`, then start again."
        )


def _status() -> int:
    counts, lines = selectors.counts(), ledger.lines()
    for state in ("closed", "sealed", "requested", "shredding"):
        print(f"{state}: {counts.get(state, 0)}")
    holds = selectors.live_holds()
    print(f"held: {len({hold.matter_id for hold in holds if hold.holds(timezone.now())})}")
    print(
        f"destroyed: {len({line.mark for line in lines})}, certified: {sum(line.kind == 'certified' for line in lines)}"
    )
    return DONE


def _due() -> int:
    holds, now = selectors.live_holds(), timezone.now()
    print(f"{len(selectors.ripe(now))} to destroy: the 14 days are over (`probono retention shred`).")
    print(f"{sum(hold.review_on <= today() for hold in holds)} holds to review.")
    print(f"{sum(hold.told == 'to_tell' for hold in holds)} holds of which the client is to be told.")
    print(f"{len(ledger.waiting())} destroyed and waiting for a rotation (`probono vault rotate`).")
    return DONE


def _shred() -> int:
    found = Counter(_destroyed(matter_id) for matter_id in selectors.ripe(timezone.now()))
    copies = _tried(lambda: drop_old(timezone.now()))
    certified = _tried(destruction.certify)
    print(
        f"{found['done']} destroyed, {found['waiting']} waiting for an officer, {found['held']} held, "
        f"{certified or 0} certified."
    )
    if found["failed"]:
        print(f"{found['failed']} could not be destroyed to the end: the log says where it failed.", file=sys.stderr)
    if copies is None:
        print("Copies for clients that are over could not be removed: the log says where it failed.", file=sys.stderr)
    if certified is None:
        print("Nothing could be certified: the log says where it failed.", file=sys.stderr)
    if left := len(ledger.waiting()):
        print(_certified_later(left))
    if found["failed"] or copies is None or certified is None:
        return FAILED
    return HELD if found["held"] else DONE


def _destroyed(matter_id: UUID) -> str:
    """What became of one. A file that cannot be removed stops no other one."""
    try:
        destruction.shred(matter_id=matter_id)
    except HeldError:
        return "held"
    except NotNowError:
        return "waiting"
    except ledger.LedgerError:
        raise
    except Exception:
        log.exception("A file could not be destroyed to the end.")
        return "failed"
    return "done"


def _tried(act: Callable[[], int]) -> int | None:
    """How many, or nothing when it failed. Without the ledger nothing goes on."""
    try:
        return act()
    except ledger.LedgerError:
        raise
    except Exception:
        log.exception("A step after the destructions failed.")
        return None


def _certified_later(left: int) -> str:
    if held := ledger.held_back_by():
        return (
            f"{left} cannot be certified while an old root key is still here ({', '.join(held)}): end the change of the root "
            "key, then run this again."
        )
    return f"{left} will be certified after the next rotation: run `probono vault rotate`, then this again."


def _replay() -> int:
    print(f"{_number(restored.replay(), 'client or matter', 'clients and matters')} destroyed again.")
    return DONE


def _said(act: Callable[[], int]) -> int:
    try:
        return act()
    except ledger.LedgerError as error:
        print(error, file=sys.stderr)
        return BAD_LEDGER
    except OSError as error:
        print(f"Not done to the end: {(error.strerror or 'unknown').lower()}. Run it again.", file=sys.stderr)
        return FAILED


def _number(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
