"""The matter: our file on one client's request."""

import uuid
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import ANY


class MatterState(models.TextChoices):
    """Where a matter stands (the program's life cycle)."""

    REFERRED = "referred", _("Referred")
    SCREENED = "screened", _("Screened")
    CONSENTED = "consented", _("Consented")
    RECORDS = "records", _("Gathering records")
    ASSESSED = "assessed", _("Assessed")
    READY = "ready", _("Ready to place")
    OFFERED = "offered", _("Offered")
    ENGAGED = "engaged", _("Team engaged")
    FACTS = "facts", _("Gathering facts")
    DRAFT = "draft", _("Drafting")
    REVIEWED = "reviewed", _("Reviewed")
    TALKS = "talks", _("Talks before filing")
    FILED = "filed", _("Filed and served")
    ANSWERED = "answered", _("Answer due or given")
    HEARING = "hearing", _("Hearing")
    ORDER = "order", _("Order")
    LEGAL_CLOSED = "legal_closed", _("Legal work closed")
    CLEARING = "clearing", _("Clearing the record")
    VERIFIED = "verified", _("Verified clear")
    CLOSED = "closed", _("Closed")


class SideState(models.TextChoices):
    """What may hold a matter still, whatever its state."""

    PAUSED = "paused", _("Paused by the client")
    UNREACHABLE = "unreachable", _("Cannot be reached")
    SAFETY_HOLD = "safety_hold", _("Safety hold")
    TRANSFER = "transfer", _("Changing teams")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DECLINED = "declined", _("Declined")


class Matter(models.Model):
    """It holds only what everybody on it may know: its code name, its state and its dates."""

    data_class = ANY
    gate_paths: ClassVar[dict[str, str]] = {"matter_id": "id", "client_id": "client_id"}
    found_by = "code_name"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    client = models.ForeignKey("people.Client", on_delete=models.PROTECT, related_name="+")
    code_name = models.CharField(max_length=40)
    state = models.CharField(max_length=20, choices=MatterState.choices, default=MatterState.RECORDS)
    side_state = models.CharField(max_length=20, choices=SideState.choices, blank=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.code_name
