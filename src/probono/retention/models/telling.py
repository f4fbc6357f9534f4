"""How a client was told of something that concerns her, or told us what she wants."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """How the client was told, or told us: a kind of way alone, never a number or an address."""

    ROOM = "room", _("In the room, alone with her")
    PHONE = "phone", _("Telephone")
    TEXT = "text", _("Text message")
    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    IN_PERSON = "in_person", _("In person, where she said")
    PERSON = "person", _("Through a person she named")
