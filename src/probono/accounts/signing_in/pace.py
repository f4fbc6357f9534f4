"""How quickly one may try. Tries that fail make the next one wait, up to 42 seconds; nobody is ever locked out by another.

Counted in the database, for any number of processes, under keyed hashes: for an address from one network address, for a network
address, and for the whole site. When an address, or the site, is tried at from many places, a code from an authenticator app
is not enough by itself for that hour: one of the recovery codes is asked for as well. Passkeys cannot be guessed and go on.
"""

import datetime as dt
import logging
from dataclasses import dataclass
from zlib import crc32

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from probono.accounts.models import Attempt
from probono.accounts.signing_in.marks import mark

FREE = 5
FREE_OF_A_NETWORK = 10
LONGEST = 42
WINDOW = dt.timedelta(hours=1)
PRESSED = 20
SITE_WINDOW = dt.timedelta(minutes=10)
SITE_LIMIT = 200

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Try:
    """One try. `wait` is 0 when it may be made, else the seconds until the next one may; it then counts for nothing."""

    wait: int
    pressed: bool = False
    ids: tuple[int, ...] = ()
    pair: str = ""


def begin(request: HttpRequest, address: str = "") -> Try:
    """Asks whether a try may be made now, and counts it. Whether the address is anybody's makes no difference."""
    network, who = network_of(request), address.strip().lower()
    pair, net, one, site = (
        _mark("pair", network, who),
        _mark("network", network),
        _mark("address", who),
        _mark("site"),
    )
    now = timezone.now()
    with transaction.atomic():
        _one_at_a_time(pair, net, one, site)
        Attempt.objects.filter(at__lt=now - WINDOW).delete()
        wait = max(_wait(pair, FREE, now), _wait(net, FREE_OF_A_NETWORK, now))
        if wait:
            return Try(wait)
        rows = [Attempt.objects.create(mark=each, at=now) for each in (pair, net, one, site)]
        of_site = Attempt.objects.filter(mark=site, at__gt=now - SITE_WINDOW).count()
        pressed = of_site > SITE_LIMIT or bool(who and Attempt.objects.filter(mark=one).count() > PRESSED)
    if of_site == SITE_LIMIT + 1:
        log.error("Signing in: %d failed tries within ten minutes. Codes are now accepted only together.", SITE_LIMIT)
    return Try(0, pressed, tuple(row.pk for row in rows), pair)


def succeeded(made: Try) -> None:
    """A try that went well counts for nothing, and neither do the slips before it from the same place."""
    Attempt.objects.filter(pk__in=made.ids).delete()
    Attempt.objects.filter(mark=made.pair).delete()


def delay(failed: int, free: int = FREE) -> int:
    """Seconds to wait after so many failed tries within the hour: none for the first five, then 2, 4, 8 ... 42."""
    return 0 if failed < free else min(LONGEST, 2 ** min(failed - free + 1, 6))


def network_of(request: HttpRequest) -> str:
    """The network address a request came from, as the last trusted proxy saw it. It is never kept or logged."""
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
    if 0 < settings.TRUSTED_PROXIES <= len(hops):
        return hops[-settings.TRUSTED_PROXIES]
    return str(request.META.get("REMOTE_ADDR", ""))


def _wait(of: str, free: int, now: dt.datetime) -> int:
    times = list(Attempt.objects.filter(mark=of, at__gt=now - WINDOW).order_by("-at").values_list("at", flat=True)[:64])
    if not times:
        return 0
    left = delay(len(times), free) - (now - times[0]).total_seconds()
    return max(0, int(-(-left // 1)))


def _mark(kind: str, *parts: str) -> str:
    return mark(f"pace {kind}", *parts)[:32]


def _one_at_a_time(*marks: str) -> None:
    """Tries at the same thing queue up for the count. SQLite's transactions already do."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for key in sorted(crc32(each.encode()) for each in marks):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [0x7061, key - 2**31])
