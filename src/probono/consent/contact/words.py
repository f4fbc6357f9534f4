"""What can be said of a way to reach a client: kinds, what a telephone may show, how one talked, on which safe way she told it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DAYS = 14
"""How long a way stays confirmed when nobody names another number of days."""
LONGEST_DAYS = 90


class Kind(models.TextChoices):
    """What kind of way it is. Only e-mail can be sent by the site; every other way a person goes herself."""

    PHONE = "phone", _("Telephone")
    TEXT = "text", _("Text message")
    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    IN_PERSON = "in_person", _("In person")
    PERSON = "person", _("Through a person")


class CallerId(models.TextChoices):
    """What her telephone may show of a call."""

    HIDE = "hide", _("Hide the number")
    SHOW = "show", _("Show the number")


class Talked(models.TextChoices):
    """How whoever confirms a way talked with her."""

    CALLED = "called", _("I reached her, in the hours she gave for this way")
    SHE_CALLED = "she_called", _("She called us")
    ROOM = "room", _("In the room, face to face")


class Heard(models.TextChoices):
    """On which safe way she told it."""

    IN_PERSON = "in_person", _("In person, in the room")
    CONFIRMED = "confirmed", _("On a way that is confirmed")
    FIRST = "first", _("Through whoever brought her here, before any way was known")
