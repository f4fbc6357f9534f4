"""Releases: drawn up, signed, stopped. A signature writes grants for the people it names; a stop ends exactly these."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from probono.accounts import selectors as people
from probono.accounts import services as access
from probono.accounts.handles import handle_of
from probono.accounts.roles import Role
from probono.accounts.walls import machinery
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.consent import policies, wording
from probono.consent.models import Kind, Release, Stopped
from probono.consent.selectors import listing_mark, live_for
from probono.consent.services.copies import SignedCopy, keep_copy
from probono.consent.services.guardians import is_recorded
from probono.consent.surroundings import is_minor_on
from probono.ui.today import today

if TYPE_CHECKING:
    from probono.accounts.models import Account, Organisation


@transaction.atomic
def draw_up(
    *,
    by: "Account | None",
    matter_id: UUID,
    client_id: UUID,
    organisation: "Organisation",
    person: "Account | None" = None,
    purpose: str,
    classes: Collection[str],
    language: str,
    last_day: dt.date,
    read_aloud_by: str = "",
    is_minor: bool = False,
    guardian: str = "",
    guardian_is_avoided: bool | None = None,
) -> Release:
    """A release for one recipient, with the text she is given. It opens nothing until it is signed.

    NotNowError for a purpose, a scope, a day or a guardian that cannot be.
    """
    policies.check_keep(by, matter_id=matter_id, client_id=client_id)
    policies.check_last_day(last_day)
    policies.check_recipient(organisation)
    policies.check_scope(purpose, classes, has_person=person is not None)
    policies.check_age(is_minor=is_minor, on_file=is_minor_on(matter_id, today()))
    _check_guardian(matter_id, client_id, is_minor=is_minor, guardian=guardian, is_avoided=guardian_is_avoided)
    ordered = [one for one in wording.purposes()[purpose].classes if one in set(classes)]
    recipient = f"{organisation.name} ({person.name})" if person else organisation.name
    document = wording.share_document(
        language=language, recipient=recipient, purpose=purpose, classes=ordered, last_day=last_day
    )
    return Release.objects.create(
        matter_id=matter_id,
        client_id=client_id,
        kind=Kind.SHARE,
        organisation=organisation,
        person=person,
        purpose=purpose,
        classes=ordered,
        language=language,
        document=document,
        wording=wording.wording_of(Kind.SHARE),
        last_day=last_day,
        read_aloud_by=read_aloud_by,
        is_minor=is_minor,
        guardian=guardian,
        guardian_is_avoided=guardian_is_avoided,
        made_by=by,
    )


@transaction.atomic
def draw_up_listing(
    *,
    by: "Account | None",
    matter_id: UUID,
    client_id: UUID,
    text: str,
    language: str,
    last_day: dt.date,
    read_aloud_by: str = "",
    is_minor: bool = False,
    guardian: str = "",
    guardian_is_avoided: bool | None = None,
) -> Release:
    """A yes to the exact text of a listing, to be signed. Another text needs another one."""
    policies.check_keep(by, matter_id=matter_id, client_id=client_id)
    policies.check_last_day(last_day)
    policies.check_age(is_minor=is_minor, on_file=is_minor_on(matter_id, today()))
    _check_guardian(matter_id, client_id, is_minor=is_minor, guardian=guardian, is_avoided=guardian_is_avoided)
    return Release.objects.create(
        matter_id=matter_id,
        client_id=client_id,
        kind=Kind.LISTING,
        purpose=Kind.LISTING,
        language=language,
        document=wording.listing_document(language=language, text=text, last_day=last_day),
        wording=wording.wording_of(Kind.LISTING),
        listing_mark=listing_mark(matter_id, text),
        last_day=last_day,
        read_aloud_by=read_aloud_by,
        is_minor=is_minor,
        guardian=guardian,
        guardian_is_avoided=guardian_is_avoided,
        made_by=by,
    )


def sign(
    *,
    by: "Account | None",
    release: Release,
    how: str,
    signed_on: dt.date,
    by_guardian: bool = False,
    copy: SignedCopy | None = None,
) -> None:
    """Her signature on paper: from now on the release holds, and the people it names have their grants.

    NotNowError when it cannot be signed so. A copy that was stored is taken away again when the signature fails.
    """
    policies.check_keep(by, matter_id=release.matter_id, client_id=release.client_id)
    policies.check_sign(release, how=how, signed_on=signed_on, by_guardian=by_guardian, has_copy=copy is not None)
    with keep_copy(release, copy):
        _sign(by=by, pk=release.pk, how=how, signed_on=signed_on, by_guardian=by_guardian, kept=release)
    release.refresh_from_db()


@transaction.atomic
def _sign(*, by: "Account | None", pk: UUID, how: str, signed_on: dt.date, by_guardian: bool, kept: Release) -> None:
    row = _locked(pk)
    policies.check_sign(row, how=how, signed_on=signed_on, by_guardian=by_guardian, has_copy=kept.copy is not None)
    policies.check_age(is_minor=row.is_minor, on_file=is_minor_on(row.matter_id, signed_on))
    _check_recorded(row)
    row.copy, row.copy_kind, row.copy_pages, row.copy_scan = kept.copy, kept.copy_kind, kept.copy_pages, kept.copy_scan
    row.signed_how, row.signed_on, row.signed_at = how, signed_on, timezone.now()
    row.signed_by_guardian, row.recorded_by = by_guardian, by
    row.save()
    if row.organisation is not None:
        _open(by=by, release=row, accounts=list(_recipients(row)))


@transaction.atomic
def say_yes(*, by: "Account", release: Release, witness: "Account | None") -> None:
    """Her yes by voice, heard by two. It is kept, and opens nothing: what opens a file is written."""
    policies.check_keep(by, matter_id=release.matter_id, client_id=release.client_id)
    policies.check_witness(by, witness)
    row = _locked(release.pk)
    policies.check_open(row)
    policies.check_age(is_minor=row.is_minor, on_file=is_minor_on(row.matter_id, today()))
    row.spoken_at, row.recorded_by, row.witness = timezone.now(), by, witness
    row.save(update_fields=["spoken_at", "recorded_by", "witness"])


@transaction.atomic
def stop(*, by: "Account", release: Release, ends_work: bool = False) -> None:
    """She told us to stop: what it opened is closed with the next request. `ends_work` keeps that she wants the work of her
    lawyers there to end as well; people see to that, because days may be running.
    """
    policies.check_keep(by, matter_id=release.matter_id, client_id=release.client_id)
    _stop(by=by, pk=release.pk, how=Stopped.TOLD_US, ends_work=ends_work)


@transaction.atomic
def withdraw(*, by: "Account", release: Release) -> None:
    """A paper that was made by mistake: she never said yes to it, and is not told that she was asked."""
    policies.check_keep(by, matter_id=release.matter_id, client_id=release.client_id)
    row = _locked(release.pk)
    policies.check_withdraw(row)
    row.stopped_at, row.stopped_how, row.stopped_by = timezone.now(), Stopped.WITHDRAWN, by
    row.save(update_fields=["stopped_at", "stopped_how", "stopped_by"])


@transaction.atomic
def stop_by_her(*, release: Release, ends_work: bool = False) -> None:
    """She stops it on her own page."""
    with machinery(release.matter_id):
        _stop(by=None, pk=release.pk, how=Stopped.HER_PAGE, ends_work=ends_work)
    handle = handle_of(release.matter_id, release.matter_id)
    append(Act(Action.CHANGE, route="agreed:stop", data_class=Release.data_class, handle=handle))


@transaction.atomic
def reach(*, by: "Account | None", account: "Account", matter_id: UUID) -> None:
    """Somebody came onto a matter's team: what live releases open to her organization, or to her, is hers from now on."""
    for organisation in {one.organisation for one in people.live_memberships(account)}:
        for release in live_for(matter_id, organisation):
            if release.person_id in (None, account.pk):
                _open(by=by, release=_locked(release.pk), accounts=[account])


def lets_onto_team(*, account: "Account", matter_id: UUID) -> bool:
    """Whether somebody may come onto a matter's team: the home organization's people, and whoever a live release for the
    work of lawyers names, herself or with her whole organization.
    """
    outside = people.outside_organisations(account)
    live = [one for organisation in outside for one in live_for(matter_id, organisation)]
    return not outside or any(
        wording.purposes()[one.purpose].team and one.person_id in (None, account.pk)
        for one in live
        if one.kind == Kind.SHARE
    )


def _check_guardian(
    matter_id: UUID, client_id: UUID, *, is_minor: bool, guardian: str, is_avoided: bool | None
) -> None:
    policies.check_guardian(is_minor=is_minor, guardian=guardian, is_avoided=is_avoided)
    if is_minor and is_recorded(matter_id=matter_id, client_id=client_id, guardian=guardian):
        policies.check_guardian(is_minor=True, guardian=guardian, is_avoided=True)


def _check_recorded(release: Release) -> None:
    """Somebody may have been recorded since the paper was drawn up."""
    _check_guardian(
        release.matter_id,
        release.client_id,
        is_minor=release.is_minor,
        guardian=release.guardian,
        is_avoided=release.guardian_is_avoided,
    )


def _stop(*, by: "Account | None", pk: UUID, how: str, ends_work: bool) -> None:
    row = _locked(pk)
    policies.check_stop(row)
    row.stopped_at, row.stopped_how, row.stopped_by, row.ends_work = timezone.now(), how, by, ends_work
    row.save(update_fields=["stopped_at", "stopped_how", "stopped_by", "ends_work"])
    access.end_these(ids=[UUID(one) for one in row.grant_ids], matter_id=row.matter_id, by=by)


def _open(*, by: "Account | None", release: Release, accounts: list["Account"]) -> None:
    """The grants: what the release names and the matrix lets each person's role have by a release, until it ends."""
    timed, until = release.closes_at is not None, release.closes_at or release.ends_at
    made: list[UUID] = []
    for account in accounts if until > timezone.now() else []:
        held = people.held_among([UUID(one) for one in release.grant_ids], account)
        wanted = [one for one in release.classes if one not in held]
        for role in _roles(account, release, timed=timed) if wanted else ():
            made += access.release(
                account=account,
                role=role,
                classes=wanted,
                matter_id=release.matter_id,
                client_id=release.client_id,
                until=until,
                by=by,
            )
    if made:
        release.grant_ids = [*release.grant_ids, *map(str, made)]
        release.save(update_fields=["grant_ids"])


def _recipients(release: Release) -> Iterator["Account"]:
    """The person it names; without one, those of the organization who stand on the matter's team."""
    if release.person is not None:
        yield release.person
    elif release.organisation is not None:
        yield from people.engaged_from(release.organisation, matter_id=release.matter_id)


def _roles(account: "Account", release: Release, *, timed: bool) -> Iterator[Role]:
    """The roles she holds in the recipient's organization. A coordinator's are for a conflict check alone, which is timed."""
    for one in people.live_memberships(account):
        if one.organisation_id == release.organisation_id and (timed or one.role != Role.COORDINATOR):
            yield Role(one.role)


def _locked(pk: UUID) -> Release:
    return Release.objects.select_for_update(of=("self",)).get(pk=pk)
