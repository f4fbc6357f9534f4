"""The classes of data; every model with a client's data declares exactly one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

ANY = "D*"
"""For a row that holds only what every class of a matter shares (that it exists, its code name and state), and in a
Deny for "everything of it"."""


class DataClass(models.TextChoices):
    """D1 to D20, as the permission matrix names them."""

    OPPORTUNITY = "D1", _("Opportunity without names")
    IDENTITY = "D2", _("Identity and conflict packet")
    CONTACT = "D3", _("Contact and safety")
    RECORD = "D4", _("Criminal record")
    LEGAL_FILE = "D5", _("Legal file and strategy")
    FACTS = "D6", _("Declaration and facts")
    IMMIGRATION = "D7", _("Immigration file")
    ADVOCATE_NOTES = "D8", _("Advocate's privileged notes")
    SAFETY_PLAN = "D9", _("Safety plan")
    FOLLOW_UPS = "D10", _("Follow-ups")
    SERVICE_REFERRALS = "D11", _("Service referrals")
    VOLUNTEER_PROFILE = "D12", _("Volunteer profile")
    HOURS = "D13", _("Hours")
    TRAINING = "D14", _("Training records")
    LIBRARY = "D15", _("Library")
    IMPACT_PERSON = "D16", _("Impact, by person")
    IMPACT_PUBLISHED = "D17", _("Impact, published")
    RELEASES = "D18", _("Releases")
    AUDIT = "D19", _("Audit log")
    MESSAGES = "D20", _("Messages to a client")


OF_A_MATTER: tuple[str, ...] = tuple(f"D{number}" for number in range(2, 12))
"""The classes whose grant tells that a matter exists. Impact figures, ledgers and the audit log do not."""


class Verb(models.TextChoices):
    """What a grant allows: to know that it exists, to read it, to change it. Each carries the ones before it."""

    EXISTS = "exists", _("Know that it exists")
    READ = "read", _("Read")
    WRITE = "write", _("Change")


CARRIED_BY: dict[str, tuple[str, ...]] = {
    Verb.EXISTS: (Verb.EXISTS, Verb.READ, Verb.WRITE),
    Verb.READ: (Verb.READ, Verb.WRITE),
    Verb.WRITE: (Verb.WRITE,),
}
