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
