"""Ways to reach the demo's clients, written down, checked and confirmed through the same services as real ones.

FICTIONAL: 555 numbers and example addresses only; nobody answers them.
"""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from probono.consent.contact.hours import Hours
from probono.consent.contact.services import routes
from probono.consent.contact.words import CallerId, Heard, Kind, Talked

if TYPE_CHECKING:
    from probono.accounts.models import Account

WEEKDAYS = frozenset(range(5))


def load_ways(*, matter_id: UUID, client_id: UUID, advocate: "Account", second: "Account") -> None:
    """A telephone that is confirmed, mail that nobody has talked about yet, and somebody to avoid."""
    number = 100 + client_id.int % 100
    whose: dict[str, Any] = {"matter_id": matter_id, "client_id": client_id}
    phone = {
        "kind": Kind.PHONE,
        "value": f"(213) 555-0{number}",
        "hours": Hours(WEEKDAYS, 10 * 60, 15 * 60).kept(),
        "code_word": "marigold",
        "who_answers": "A friend may answer. Ask for the sewing class and say you will call again.",
        "caller_id": CallerId.HIDE,
        "for_lawyer": True,
    }
    mail = {
        "kind": Kind.EMAIL,
        "value": f"reader{number}@mailbox.example",
        "hours": Hours(WEEKDAYS, 9 * 60, 17 * 60).kept(),
        "may_send": True,
    }
    for way in (phone, mail):
        route = routes.propose(by=advocate, way=way, heard=Heard.IN_PERSON, **whose)
        routes.decide(by=second, route=route, yes=True)
        if way is phone:
            route.refresh_from_db()
            routes.confirm(by=advocate, route=route, talked=Talked.ROOM, said_word=True)
    routes.avoid(by=advocate, name="Dorian Vask", about="Drives a grey van. Never say that you know her.", **whose)
