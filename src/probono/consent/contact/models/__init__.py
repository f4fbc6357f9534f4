from probono.consent.contact.models.hold import SafetyHold
from probono.consent.contact.models.person_to_avoid import PersonToAvoid
from probono.consent.contact.models.route import ContactRoute
from probono.consent.contact.models.sent import Sent
from probono.consent.contact.models.token import Token
from probono.consent.contact.models.turn import Turn

__all__ = ["ContactRoute", "PersonToAvoid", "SafetyHold", "Sent", "Token", "Turn"]
