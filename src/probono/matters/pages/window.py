"""Where things stand, for the client: plain words, no charge, no date, nobody's name."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from probono.consent.contact.selectors import told_to_her
from probono.matters.models import Matter
from probono.matters.models.matter import MatterState, SideState
from probono.matters.pages.frame import frame
from probono.matters.selectors import matter_itself

if TYPE_CHECKING:
    from probono.accounts.models import Account

STEPS: tuple[tuple[Any, Any, frozenset[str]], ...] = (
    (
        _("We are getting to know your request"),
        _("We listen to you and see how we can help."),
        frozenset({MatterState.REFERRED, MatterState.SCREENED, MatterState.CONSENTED}),
    ),
    (
        _("We are gathering your papers"),
        _("We ask for what the state has on file, and read every line."),
        frozenset({MatterState.RECORDS, MatterState.ASSESSED}),
    ),
    (
        _("We are finding your lawyers"),
        _("Nobody is told who you are without your yes."),
        frozenset({MatterState.READY, MatterState.OFFERED}),
    ),
    (
        _("Your lawyers are writing"),
        _("They may want to talk with you. You read everything before it is sent."),
        frozenset({MatterState.ENGAGED, MatterState.FACTS, MatterState.DRAFT, MatterState.REVIEWED, MatterState.TALKS}),
    ),
    (
        _("The court has the papers"),
        _("The other side may answer. You choose whether you come to a hearing."),
        frozenset({MatterState.FILED, MatterState.ANSWERED, MatterState.HEARING}),
    ),
    (
        _("The court has decided"),
        _("Your lawyer explains to you what it means."),
        frozenset({MatterState.ORDER, MatterState.LEGAL_CLOSED}),
    ),
    (
        _("We see to it that the decision is obeyed"),
        _("We ask every office, one by one, and check."),
        frozenset({MatterState.CLEARING, MatterState.VERIFIED}),
    ),
)
_ENDED = (SideState.WITHDRAWN, SideState.DECLINED)


def staff_page(actor: "Account", matter: Matter) -> dict[str, Any]:
    """The frame of the matter's pages."""
    return frame(actor, matter, "matter")


def client_page(matter_id: UUID) -> dict[str, Any]:
    """The steps, which of them is now, whether everything rests, and what was sent to her (the notes' names, no address, no
    day). It reads the matter's own row and the list of notes, and nothing else.
    """
    matter, sent = matter_itself(matter_id), told_to_her(matter_id)
    if matter.state == MatterState.CLOSED or matter.side_state in _ENDED:
        return {"steps": [], "ended": True, "rests": False, "sent": sent}
    now = next(number for number, (_title, _why, states) in enumerate(STEPS) if matter.state in states)
    steps = [
        {"title": title, "why": why, "when": "past" if number < now else "now" if number == now else "later"}
        for number, (title, why, _states) in enumerate(STEPS)
    ]
    return {"steps": steps, "ended": False, "rests": bool(matter.side_state), "sent": sent}
