"""Who goes: a role is ended, or somebody is kept out at once. Never by herself: so whoever does it to an officer is left."""

from django.db import transaction
from django.utils.translation import gettext as _

from probono.accounts import services
from probono.accounts.handles import handle_of
from probono.accounts.models import Account, Membership
from probono.accounts.selectors import live_memberships
from probono.accounts.signing_in.enrolments import NotAllowedError
from probono.accounts.signing_in.who import POWERFUL, is_approver, is_inviter
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.ui.today import today


@transaction.atomic
def end_role(*, by: Account, membership: Membership) -> None:
    """Ends a role today, with what it gave; with the last role everything of hers ends, and so do her sessions.

    Whoever invites may, and for a role that lets others in only an officer. NotAllowedError with a sentence.
    """
    role = Membership.objects.select_for_update().get(pk=membership.pk)
    _check(by, role.account, officer=role.role in POWERFUL)
    if role not in live_memberships(role.account):
        raise NotAllowedError(_("This role has ended already."))
    services.end_member(membership=role, on=today(), by=by)


@transaction.atomic
def keep_out(*, by: Account, account: Account) -> None:
    """From the next request on she reaches nothing, whatever her roles say, and every session of hers is over."""
    row = _locked(account)
    _check(by, row, officer=True)
    _set(by, row, active=False)


@transaction.atomic
def let_back(*, by: Account, account: Account) -> None:
    """Her roles count again from now on, and her keys as they were."""
    row = _locked(account)
    _check(by, row, officer=True)
    _set(by, row, active=True)


def _check(by: Account, account: Account, *, officer: bool) -> None:
    if not (is_approver(by) or (is_inviter(by) and not officer)):
        raise NotAllowedError(_("Only an officer may do this."))
    if by.pk == account.pk:
        raise NotAllowedError(_("Nobody does this to herself: ask another officer."))


def _locked(account: Account) -> Account:
    return Account.objects.select_for_update().get(pk=account.pk)


def _set(by: Account, row: Account, *, active: bool) -> None:
    row.is_active = active
    row.save(update_fields=["is_active"])
    append(Act(Action.ACCOUNT, actor=by.pk, part=handle_of("program", row.pk)))
