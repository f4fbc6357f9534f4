"""Letting people in: invitations by staff and recoveries by two officers. Each ends in a link and a code told by voice.

The link works once, for 24 hours, and only with the code. A GET of it changes nothing, because mail scanners open links. Nothing
is sent: the page shows the link and the code once, to hand over on two ways. Where two people must agree, the first is shown the
code and the second the link, so that neither of them can use it in the person's place.
"""

import datetime as dt
import secrets
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts import services
from probono.accounts.handles import handle_of
from probono.accounts.models import Account, Approval, Enrolment, Organisation
from probono.accounts.models.enrolment import Kind
from probono.accounts.roles import Role, belongs
from probono.accounts.signing_in.keys import has_way_in, remove_all, ways_of
from probono.accounts.signing_in.marks import mark, same
from probono.accounts.signing_in.who import POWERFUL, is_approver, is_inviter
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.ui.today import today

LIVES = dt.timedelta(hours=24)
OFFICERS_FOR_RECOVERY = 2
_CODE_DIGITS = 8


class NotAllowedError(Exception):
    """The act is not this person's to do, or not any more; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What is shown once: the secret part of the link's address, the code to tell by voice, or both."""

    token: str = ""
    code: str = ""


@transaction.atomic
def invite(
    *, by: Account | None, email: str, name: str, role: Role, organisation: Organisation
) -> tuple[Enrolment | None, Handover | None]:
    """Invites a person to a role. An earlier link for the address ends.

    Whoever can sign in already gets the role at once and needs no link. A role that lets others in waits for an officer's
    approval, and the inviter is shown the code only. `by` is nobody only at the machine's own terminal, while the program
    has no officers yet.
    """
    if by is not None and not is_inviter(by):
        raise NotAllowedError(_("Only the pro bono manager or the system administrator invites people."))
    if role == Role.CLIENT or not belongs(role, organisation.kind):
        raise NotAllowedError(_("That role is not one this organization can hold."))
    email, now = email.strip().lower(), timezone.now()
    known = Account.objects.filter(email=email).first()
    needed = 1 if role in POWERFUL and by is not None else 0
    Enrolment.objects.filter(email=email, kind=Kind.INVITATION, used_at=None).update(withdrawn_at=now)
    if known is not None and has_way_in(known) and not needed:
        services.add_member(account=known, organisation=organisation, role=role, starts=today(), by=by)
        return None, None
    made = Enrolment(
        kind=Kind.INVITATION,
        email=email,
        name=name.strip(),
        role=role,
        organisation=organisation,
        account=known,
        asked_by=by,
        asked_at=now,
        approvals_needed=needed,
        expires_at=now + LIVES,
    )
    given = Handover(_new_link(made) if not needed else "", _new_code(made))
    made.save(force_insert=True)
    _tell(by, made)
    return made, given


@transaction.atomic
def ask_recovery(*, by: Account, account: Account) -> tuple[Enrolment, Handover]:
    """Begins the recovery of a person who has lost her keys; the asking officer's approval is the first of two. She is shown
    the code, and tells it by voice once the second has approved.
    """
    _check_officer(by, account)
    now = timezone.now()
    Enrolment.objects.filter(account=account, kind=Kind.RECOVERY, used_at=None).update(withdrawn_at=now)
    made = Enrolment(
        kind=Kind.RECOVERY,
        email=account.email,
        name=account.name,
        account=account,
        asked_by=by,
        asked_at=now,
        approvals_needed=OFFICERS_FOR_RECOVERY,
        expires_at=now + LIVES,
    )
    given = Handover(code=_new_code(made))
    made.save(force_insert=True)
    Approval.objects.create(enrolment=made, officer=by, at=now)
    _tell(by, made)
    return made, given


@transaction.atomic
def approve(*, by: Account, enrolment: Enrolment) -> Handover | None:
    """An officer's yes. With the last one needed the link is made and shown to her, without the code; a recovery then ends all
    earlier keys and sessions. NotAllowedError for whoever asked (of an invitation), approved before, is the person, or comes
    too late.
    """
    row = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    _check_officer(by, row.account)
    if not row.is_open or row.has_link:
        raise NotAllowedError(_("This was settled already, or a day has passed. Ask for it anew."))
    if row.approvals.filter(officer=by).exists() or (row.kind == Kind.INVITATION and row.asked_by_id == by.pk):
        raise NotAllowedError(_("You said yes already. A second officer has to."))
    if row.email == by.email:
        raise NotAllowedError(_("Nobody approves a way in for herself."))
    Approval.objects.create(enrolment=row, officer=by, at=timezone.now())
    if _counted(row) < row.approvals_needed:
        _tell(by, row)
        return None
    return _settle(by, row)


@transaction.atomic
def withdraw(*, by: Account, enrolment: Enrolment) -> None:
    """Takes back an invitation or a recovery: an officer, an inviter, or the person herself."""
    if not (is_approver(by) or is_inviter(by) or enrolment.account_id == by.pk):
        raise NotAllowedError(_("This is not yours to take back."))
    Enrolment.objects.filter(pk=enrolment.pk, used_at=None).update(withdrawn_at=timezone.now())
    _tell(by, enrolment)


@transaction.atomic
def consume(token: str, code: str) -> Enrolment | None:
    """Uses a link up with its spoken code. Nothing for an unknown, used, withdrawn or old link, and for a wrong code."""
    row = Enrolment.objects.select_for_update().filter(link_mark=mark("link", token)).first()
    given = mark("code", str(row.pk) if row else "", "".join(filter(str.isdigit, code)))
    if not same(given, row.code_mark if row else mark("code", "nobody")):
        if row is not None:
            row.wrong_codes += 1
            row.save(update_fields=["wrong_codes"])
        return None
    if row is None or not row.is_open:
        return None
    row.account = row.account or services.add_account(email=row.email, name=row.name)
    if has_way_in(row.account) or not row.account.is_active:
        return None  # she got her keys another way meanwhile, or may not come in: a link must not add one
    row.used_at = timezone.now()
    row.save(update_fields=["account", "used_at"])
    return row


@transaction.atomic
def finish(enrolment: Enrolment) -> Account:
    """The person has a way in now: she gets the role she was invited to."""
    row = Enrolment.objects.select_for_update().get(pk=enrolment.pk)
    account = row.account
    if account is None or row.used_at is None or row.finished_at is not None:
        raise NotAllowedError(_("This link was used already."))
    row.finished_at = timezone.now()
    row.save(update_fields=["finished_at"])
    if row.organisation is not None:
        services.add_member(
            account=account, organisation=row.organisation, role=Role(row.role), starts=today(), by=row.asked_by
        )
    return account


def under_way(pk: str | None) -> Enrolment | None:
    """An enrolment whose link was used and whose first key is not made yet."""
    if pk is None:
        return None
    rows = Enrolment.objects.filter(pk=pk, finished_at=None, withdrawn_at=None).exclude(used_at=None)
    return rows.select_related("account", "organisation").first()


def open_invitations() -> QuerySet[Enrolment]:
    """Invitations that may still be used or approved, the newest first."""
    return _open(Kind.INVITATION)


def open_recoveries() -> QuerySet[Enrolment]:
    """Recoveries that may still be used or approved, the newest first."""
    return _open(Kind.RECOVERY)


def recoverable(by: Account) -> QuerySet[Account]:
    """Everybody whose way in can be made anew: all but the asker."""
    return Account.objects.filter(is_active=True).exclude(pk=by.pk).order_by("name")


def officers_with_keys() -> int:
    """How many officers can sign in by themselves."""
    people = Account.objects.filter(is_active=True, is_demo=False)
    return sum(1 for each in people if is_approver(each) and ways_of(each))


def _open(kind: Kind) -> QuerySet[Enrolment]:
    return (
        Enrolment.objects.filter(kind=kind, used_at=None, withdrawn_at=None, expires_at__gt=timezone.now())
        .select_related("organisation", "account", "asked_by")
        .annotate(approved=Count("approvals"))
        .order_by("-asked_at")
    )


def _settle(by: Account, row: Enrolment) -> Handover | None:
    """The last approval is there."""
    account = row.account
    if row.kind == Kind.RECOVERY and account is not None:
        remove_all(account)
    if row.kind == Kind.INVITATION and account is not None and has_way_in(account) and row.organisation is not None:
        row.used_at = row.finished_at = timezone.now()
        row.save(update_fields=["used_at", "finished_at"])
        services.add_member(
            account=account, organisation=row.organisation, role=Role(row.role), starts=today(), by=row.asked_by
        )
        return None
    given = Handover(token=_new_link(row))
    row.save(update_fields=["link_mark", "expires_at"])
    _tell(by, row)
    return given


def _new_link(row: Enrolment) -> str:
    token = secrets.token_urlsafe(24)
    row.link_mark, row.expires_at = mark("link", token), timezone.now() + LIVES
    return token


def _new_code(row: Enrolment) -> str:
    digits = "".join(secrets.choice("0123456789") for _each in range(_CODE_DIGITS))
    row.code_mark = mark("code", str(row.pk), digits)
    return f"{digits[:4]} {digits[4:]}"


def _counted(row: Enrolment) -> int:
    """Approvals of those who are officers today."""
    return sum(1 for each in row.approvals.select_related("officer") if is_approver(each.officer))


def _check_officer(by: Account, account: Account | None) -> None:
    if not is_approver(by):
        raise NotAllowedError(_("Only the legal director, the privacy officer or the pro bono manager approves this."))
    if account is not None and account.pk == by.pk:
        raise NotAllowedError(_("Nobody approves a way in for herself."))


def _tell(by: Account | None, row: Enrolment) -> None:
    whom = row.account_id or row.pk
    append(Act(Action.ACCOUNT, actor=by.pk if by else None, part=handle_of("program", whom)))
