"""Who works here: the role codes of the program (DESIGN section 2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Codes as used in data, with the words a page shows."""

    CLIENT = "CL", _("Client")
    PRO_BONO_MANAGER = "PM", _("Pro bono manager")
    LEGAL_DIRECTOR = "LD", _("Legal director")
    IMMIGRATION_ATTORNEY = "IA", _("Immigration attorney")
    COMMUNITY_ADVOCATE = "CA", _("Community advocate")
    SOCIAL_WORK_SUPERVISOR = "SS", _("Social work supervisor")
    TECHNICAL_ASSISTANCE = "TA", _("Technical assistance attorney")
    VOLUNTEER_ATTORNEY = "VA", _("Volunteer attorney")
    PARALEGAL = "PL", _("Paralegal")
    INTERPRETER = "IN", _("Interpreter")
    COORDINATOR = "FC", _("Firm or company coordinator")
    TRAINING_ADMINISTRATOR = "TR", _("Training administrator")
    LIBRARY_EDITOR = "LE", _("Library editor")
    EVALUATOR = "EV", _("Evaluator")
    SYSTEM_ADMINISTRATOR = "SY", _("System administrator")
    REFERRAL_PARTNER = "RP", _("Referral partner")
    PRIVACY_OFFICER = "PO", _("Privacy officer")


_HOME = frozenset({"home"})
_TEAMS = frozenset({"home", "firm", "company", "partner_firm"})
BELONGS: dict[str, frozenset[str]] = {
    Role.CLIENT: _HOME,
    Role.TECHNICAL_ASSISTANCE: frozenset({"partner_firm"}),
    Role.VOLUNTEER_ATTORNEY: _TEAMS,
    Role.PARALEGAL: _TEAMS,
    Role.INTERPRETER: _TEAMS,
    Role.COORDINATOR: frozenset({"firm", "company", "partner_firm"}),
    Role.REFERRAL_PARTNER: frozenset({"referral_partner"}),
}
"""The kinds of organisation a role may be held in; a role not named here is the home organisation's own."""


def belongs(role: str, kind: str) -> bool:
    """Whether a role may be held in an organisation of a kind: nobody outside holds what staff hold by standing."""
    return kind in BELONGS.get(role, _HOME)
