"""What can be told of an act: words of a fixed list, never free text."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    """What was done."""

    READ = "read", _("Read")
    CHANGE = "change", _("Changed")
    DOWNLOAD = "download", _("Downloaded")
    JOB = "job", _("Worked on by a background job")
    SIGN_IN = "sign_in", _("Signed in")
    SIGN_OUT = "sign_out", _("Signed out")
    GRANT = "grant", _("Access given")
    END_GRANT = "end_grant", _("Access ended")
    DENY = "deny", _("Wall put up")
    END_DENY = "end_deny", _("Wall taken down")
    BREAK_GLASS = "break_glass", _("Opened in an emergency")
    REVIEW = "review", _("Emergency opening reviewed")
    ACCOUNT = "account", _("Account changed")
    CLOSE = "close", _("Closed")
    REOPEN = "reopen", _("Opened again after closing")
    SEAL = "seal", _("Sealed")
    UNSEAL = "unseal", _("Opened while sealed")
    HOLD = "hold", _("Legal hold")
    LIFT = "lift", _("Legal hold lifted")
    WISH = "wish", _("Client's wish taken down")
    REQUEST = "request", _("Destruction asked for")
    CANCEL = "cancel", _("Destruction called back")
    APPROVE = "approve", _("Destruction agreed to")
    DESTROY = "destroy", _("Destroyed")
    PRODUCE = "produce", _("Worked on under legal process")
    EXPORT = "export", _("Copy made for the client")
    FREEZE = "freeze", _("All sessions ended")


class Outcome(models.TextChoices):
    """How it ended."""

    BEGUN = "begun", _("Begun")
    DONE = "done", _("Done")
    REFUSED = "refused", _("Refused")
    FAILED = "failed", _("Not done")


class Reason(models.TextChoices):
    """Why, where a reason must be given."""

    NONE = "", _("No reason asked")
    SAFETY = "safety", _("The client's safety")
    COURT_DATE = "court_date", _("A court date that cannot wait")
    COLLEAGUE_AWAY = "colleague_away", _("The colleague who holds the file is away")
    CLIENT_ASKED = "client_asked", _("The client asked for it")
    MISTAKE = "mistake", _("It was closed by mistake")
    WORK_LEFT = "work_left", _("There is work left to do in it")


TO_LOOK = (Reason.SAFETY, Reason.COURT_DATE, Reason.COLLEAGUE_AWAY, Reason.CLIENT_ASKED)
"""Why a file is opened in an emergency, or one that is sealed."""
TO_REOPEN = (Reason.MISTAKE, Reason.WORK_LEFT, Reason.COURT_DATE, Reason.CLIENT_ASKED)
"""Why a closed file is opened again."""


def choices_of(reasons: Iterable[Reason]) -> list[tuple[str, Any]]:
    """For a form or a column that takes these alone."""
    return [(one.value, one.label) for one in reasons]
