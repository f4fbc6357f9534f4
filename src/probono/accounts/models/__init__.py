"""One model per file."""

from probono.accounts.models.access import Deny, Grant
from probono.accounts.models.account import Account
from probono.accounts.models.attempt import Attempt
from probono.accounts.models.client_window import ClientWindow
from probono.accounts.models.enrolment import Approval, Enrolment
from probono.accounts.models.firm_identity import FirmIdentity
from probono.accounts.models.held_form import HeldForm
from probono.accounts.models.membership import Membership
from probono.accounts.models.open_session import OpenSession
from probono.accounts.models.organisation import Organisation
from probono.accounts.models.seal import Seal, SealOpening
from probono.accounts.models.sent_piece import SentPiece
from probono.accounts.models.session_choice import SessionChoice

__all__ = [
    "Account",
    "Approval",
    "Attempt",
    "ClientWindow",
    "Deny",
    "Enrolment",
    "FirmIdentity",
    "Grant",
    "HeldForm",
    "Membership",
    "OpenSession",
    "Organisation",
    "Seal",
    "SealOpening",
    "SentPiece",
    "SessionChoice",
]
