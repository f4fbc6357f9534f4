"""What was sent to a client: which note of the fixed list, along which way, when."""

from django.db import models

from probono.consent.contact.models.base import OfContact
from probono.post.words import TITLES, ClientNote


class Sent(OfContact):
    """One note. `made_by` is who sent it. A note that could not be handed over stays in the list and says so."""

    route = models.ForeignKey("contact.ContactRoute", on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ClientNote])
    failed = models.BooleanField(default=False)

    @property
    def title(self) -> str:
        """How the note is called on a page."""
        return str(TITLES[self.note])
