"""Who may let people in: roles of the home organisation, as held today."""

from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.accounts.selectors import live_memberships

INVITERS = frozenset({Role.PRO_BONO_MANAGER, Role.SYSTEM_ADMINISTRATOR})
"""May invite a person to a role."""
OFFICERS = frozenset({Role.LEGAL_DIRECTOR, Role.PRIVACY_OFFICER, Role.PRO_BONO_MANAGER})
"""May approve a recovery, two of them together."""
POWERFUL = INVITERS | OFFICERS
"""Roles that let others in. An invitation to one of them needs an officer's approval beside the inviter's."""


def is_inviter(account: Account) -> bool:
    """Whether she may invite."""
    return _holds(account, INVITERS)


def is_approver(account: Account) -> bool:
    """Whether her approval counts."""
    return _holds(account, OFFICERS)


def _holds(account: Account, roles: frozenset[Role]) -> bool:
    return account.is_active and live_memberships(account).filter(role__in=roles, organisation__kind="home").exists()
