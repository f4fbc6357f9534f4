"""In which state a thing may be done to a release: `check_x` raises a sentence, `x_can` asks for the page."""

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts import gate
from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.selectors import home_organisation
from probono.accounts.services import RELEASE_DAYS
from probono.consent.models import How, Release
from probono.consent.wording import class_words, purposes
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account, Organisation


class NotNowError(Exception):
    """Something cannot be done in the present state; the message is a sentence for the person."""


class NotYoursError(Exception):
    """The actor may not do this. Views answer it as "no such page"."""


def latest_day(day: dt.date) -> dt.date:
    """The last day a release drawn up on a day may hold: 90 days with that day among them. The reference knows no reason
    for a longer one; who needs more time asks her again.
    """
    return day + dt.timedelta(days=RELEASE_DAYS - 1)


def check_keep(by: "Account | None", *, matter_id: UUID, client_id: UUID) -> None:
    """Releases are kept by whoever may change them. `None` is the set-up of the demo, before anybody is there."""
    if by is not None and not gate.can(
        by, DataClass.RELEASES, matter_id=matter_id, client_id=client_id, verb=Verb.WRITE
    ):
        raise NotYoursError


def keep_can(by: "Account", *, matter_id: UUID, client_id: UUID) -> bool:
    return gate.can(by, DataClass.RELEASES, matter_id=matter_id, client_id=client_id, verb=Verb.WRITE)


def check_last_day(last_day: dt.date) -> None:
    """It holds at least today, and at most 90 days."""
    if last_day < today():
        raise NotNowError(_("This day has passed. Choose the last day on which her yes holds."))
    if last_day > latest_day(today()):
        raise NotNowError(
            _("A release holds at most 90 days. Choose an earlier day, and ask her again when it runs out.")
        )


def check_scope(purpose: str, classes: Collection[str], *, has_person: bool) -> None:
    """A purpose opens no more than it needs, and some only to one person."""
    wanted = purposes().get(purpose)
    if wanted is None:
        raise NotNowError(_("Choose what the release is for."))
    if not classes:
        raise NotNowError(_("Choose what is shared."))
    if needless := sorted(set(classes) - set(wanted.classes)):
        what = "; ".join(class_words(one, "en") for one in needless)
        raise NotNowError(_("This purpose does not need all of that. Leave out: %(what)s.") % {"what": what})
    if wanted.person and not has_person:
        raise NotNowError(_("This purpose needs one person. Choose her or him, not the whole organization."))


def check_guardian(*, is_minor: bool, guardian: str, is_avoided: bool | None) -> None:
    """A minor's release is hers and her parent's or guardian's; never with somebody she must be kept safe from."""
    if not is_minor:
        return
    if not guardian.strip():
        raise NotNowError(_("She is a minor: write who signs with her, her parent or guardian."))
    if is_avoided is None:
        raise NotNowError(
            _("Answer first whether the guardian is somebody to keep away from her. Ask her when she is alone.")
        )
    if is_avoided:
        raise NotNowError(
            _("Somebody she must be kept safe from cannot sign for her. Talk with the legal director about who can.")
        )


def check_age(*, is_minor: bool, on_file: bool | None) -> None:
    """The paper is a minor's exactly where she is one on the day, by the birth date on file. Where none is known the answer counts."""
    if on_file is None or on_file == is_minor:
        return
    if on_file:
        raise NotNowError(
            _(
                "This is a paper for an adult, and by the birth date on file she is not of age on that day. If that date is right, "
                "make a paper for a minor. If it is wrong, have it corrected under Facts first."
            )
        )
    raise NotNowError(
        _(
            "This is a paper for a minor, and by the birth date on file she is of age on that day: nobody signs with her. If that "
            "date is right, make a paper for an adult. If it is wrong, have it corrected under Facts first."
        )
    )


def check_open(release: Release) -> None:
    """Only a release that still waits can be signed or said yes to."""
    if not release.is_open:
        raise NotNowError(_("This release is not waiting for a signature any more."))


def check_sign(release: Release, *, how: str, signed_on: dt.date, by_guardian: bool, has_copy: bool) -> None:
    """It is signed once, while it is open; a minor's by both; on paper with the copy at hand."""
    check_open(release)
    if signed_on > today():
        raise NotNowError(_("This day has not come yet. Write the day she signed."))
    if signed_on < _drawn_up(release):
        raise NotNowError(_("This day is before the paper was drawn up. Write the day she signed."))
    check_guardian(is_minor=release.is_minor, guardian=release.guardian, is_avoided=release.guardian_is_avoided)
    if release.is_minor and not by_guardian:
        raise NotNowError(_("She is a minor: it holds only when her parent or guardian has signed too."))
    if how == How.PAPER and not has_copy:
        raise NotNowError(_("Upload the signed paper, or choose that a colleague keeps it."))


def check_witness(by: "Account | None", witness: "Account | None") -> None:
    """A yes by voice is heard by two."""
    if witness is None or witness == by:
        raise NotNowError(_("A yes by voice needs a second colleague who heard it. Choose who that was."))


def check_recipient(organisation: "Organisation") -> None:
    """The home organization needs no release of its own."""
    if organisation == home_organisation():
        raise NotNowError(_("That is our own organization. Choose who outside it the file is shared with."))


def check_paper(release: Release, number: str) -> None:
    """The number on the signed paper is this release's: a paper of somebody else is not kept here."""
    if "".join(filter(str.isalnum, number)).upper() != release.paper_number.replace("-", ""):
        raise NotNowError(
            _("The number on the paper is not the number of this release. Look whether it is the right paper.")
        )


def check_withdraw(release: Release) -> None:
    """Only what waits, and to which she has not said yes in any way, can have been a mistake."""
    if not withdraw_can(release):
        raise NotNowError(_("She has said yes to this, or it is over. If she wants it to end, stop it."))


def withdraw_can(release: Release) -> bool:
    return release.is_open and release.spoken_at is None


def check_stop(release: Release) -> None:
    """What is over cannot be stopped again."""
    if not stop_can(release):
        raise NotNowError(_("This release has ended already. It opens nothing any more."))


def stop_can(release: Release) -> bool:
    return release.is_live or release.is_open


def _drawn_up(release: Release) -> dt.date:
    return timezone.localdate(release.made_at)
