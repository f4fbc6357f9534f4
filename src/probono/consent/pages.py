"""What the pages of releases show: for staff within a matter, due for everybody, and for the client herself."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils import timezone

from probono.accounts import selectors as people
from probono.consent import policies, selectors
from probono.consent.models import Disclosure, Release
from probono.consent.surroundings import frame_of
from probono.consent.wording import class_words, purposes, team_classes

if TYPE_CHECKING:
    from probono.accounts.models import Account, Organisation

FIRST_PROMPT, SECOND_PROMPT = 60, 80
"""Days of a release's life after which staff are asked to speak with her."""
LAST_DAYS = 10
"""A shorter release is urgent when only so many days are left."""


@dataclass(frozen=True, slots=True)
class Card:
    """One release in words of a language. `team` is what its lawyers work with besides; `prompt` is "", "soon" or "now"."""

    release: Release
    recipient: str
    purpose: str
    classes: list[str]
    team: list[str]
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Views of one day by one person that read the same, told once."""

    day: dt.date
    person: str
    organisation: str
    what: list[str]
    times: int


def card(release: Release, language: str) -> Card:
    """A release as a page shows it."""
    organisation = release.organisation.name if release.organisation else ""
    recipient = f"{organisation}: {release.person.name}" if release.person else organisation
    purpose = purposes().get(release.purpose)
    return Card(
        release,
        recipient,
        purpose.words[language] if purpose else "",
        [class_words(one, language) for one in release.classes],
        [class_words(one, language) for one in team_classes()] if purpose and purpose.team else [],
        prompt_of(release),
    )


def prompt_of(release: Release) -> str:
    """Whether it is time to ask her again: from its 60th day, and urgently from its 80th or in its last ten days. One that opens for
    hours alone was meant to end.
    """
    if not release.is_live or release.closes_at:
        return ""
    if release.day_number >= SECOND_PROMPT or release.days_left <= LAST_DAYS:
        return "now"
    return "soon" if release.day_number >= FIRST_PROMPT else ""


def list_page(actor: "Account", matter_id: UUID) -> dict[str, Any]:
    """Every release of a matter, who saw what across the border, and whether this person may change releases."""
    page = frame_of(actor, matter_id)
    cards = [card(one, "en") for one in selectors.releases_of(actor, matter_id)]
    return page | {
        "live": [one for one in cards if one.release.is_live],
        "waiting": [one for one in cards if one.release.is_open],
        "over": [one for one in cards if not one.release.is_live and not one.release.is_open],
        "seen": gathered(selectors.disclosures_of(actor, matter_id), "en"),
        "can_keep": policies.keep_can(actor, matter_id=matter_id, client_id=page["matter"].client_id),
    }


def release_page(actor: "Account", matter_id: UUID, pk: UUID) -> dict[str, Any]:
    """One release with its exact text, its signature, and what may be done now."""
    page, release = frame_of(actor, matter_id), selectors.release_for(actor, matter_id, pk)
    may = policies.keep_can(actor, matter_id=matter_id, client_id=page["matter"].client_id)
    return page | {
        "card": card(release, "en"),
        "release": release,
        "copy_numbers": range(1, release.copy_pages + 1),
        "can_sign": may and release.is_open,
        "can_stop": may and policies.stop_can(release),
        "can_withdraw": may and policies.withdraw_can(release),
    }


def due_page(actor: "Account") -> dict[str, Any]:
    """Releases of all matters for which it is time to speak with the client, the most urgent first."""
    cards = [card(one, "en") for one in selectors.live_for_everybody(actor)]
    return {"due": [one for one in cards if one.prompt == "now"] + [one for one in cards if one.prompt == "soon"]}


def her_page(matter_id: UUID, language: str) -> dict[str, Any]:
    """What she agreed to, who saw it, and what she can stop: for her own window."""
    cards = [card(one, language) for one in selectors.her_releases(matter_id)]
    return _hers(cards, gathered(selectors.her_disclosures(matter_id), language))


def her_printed_page(actor: "Account", matter_id: UUID, language: str) -> dict[str, Any]:
    """The same on paper, for staff to hand over."""
    page = frame_of(actor, matter_id)
    cards = [card(one, language) for one in selectors.releases_of(actor, matter_id)]
    seen = gathered(selectors.disclosures_of(actor, matter_id), language)
    return {"matter": page["matter"], "paper_language": language, **_hers(cards, seen)}


def _hers(cards: list[Card], seen: list[Seen]) -> dict[str, Any]:
    return {
        "live": [one for one in cards if one.release.is_live],
        "waiting": [one for one in cards if one.release.is_open],
        "over": [one for one in cards if one.release.signed_at and not one.release.is_live],
        "seen": seen,
    }


def gathered(rows: Iterable[Disclosure], language: str) -> list[Seen]:
    """Who of other organizations saw what, day by day, newest first."""
    return [
        Seen(day, each[0].account.name, each[0].organisation.name, _what(each, language), len(each))
        for day, of_day in groupby(rows, key=lambda row: timezone.localdate(row.at))
        for each in _by_person(of_day)
    ]


def _by_person(rows: Iterable[Disclosure]) -> list[list[Disclosure]]:
    found: dict[tuple[UUID, UUID], list[Disclosure]] = {}
    for row in rows:
        found.setdefault((row.account_id, row.organisation_id), []).append(row)
    return list(found.values())


def _what(rows: list[Disclosure], language: str) -> list[str]:
    seen = [row.seen for row in rows] + (["D2"] if any(row.named for row in rows) else [])
    return list(dict.fromkeys(class_words(one, language) for one in sorted(set(seen))))


def organisation_choices() -> list[tuple[str, str]]:
    """Organizations for the form of a release: our own needs none."""
    return [(str(one.pk), one.name) for one in _outside()]


def person_choices() -> list[tuple[str, str]]:
    """Everybody who could be named, with where she works."""
    return [(str(one.pk), f"{one.name} ({organisation.name})") for organisation in _outside()
            for one in people.members_of(organisation)]  # fmt: skip


def colleague_choices(actor: "Account") -> list[tuple[str, str]]:
    """The home organization's other people, who can hear a yes with her."""
    home = people.home_organisation()
    return [(str(one.pk), one.name) for one in people.members_of(home) if one != actor] if home else []


def _outside() -> list["Organisation"]:
    home = people.home_organisation()
    return [one for one in people.organisations() if one != home]
