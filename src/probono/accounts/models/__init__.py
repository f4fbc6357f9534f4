"""One model per file."""

from probono.accounts.models.access import Deny, Grant
from probono.accounts.models.account import Account
from probono.accounts.models.membership import Membership
from probono.accounts.models.organisation import Organisation

__all__ = ["Account", "Deny", "Grant", "Membership", "Organisation"]
