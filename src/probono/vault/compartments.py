"""The compartments a client's keys are kept in: each can be withheld or destroyed without the others."""

PROGRAM = "program"
LEGAL = "legal"
SOCIAL = "social work"
CONTACT = "contact"
IMMIGRATION = "immigration"

OF_A_CLIENT = (LEGAL, SOCIAL, CONTACT, IMMIGRATION)

_BY_CLASS = {
    "D3": CONTACT,
    "D20": CONTACT,
    "D7": IMMIGRATION,
    "D8": SOCIAL,
    "D9": SOCIAL,
    "D11": SOCIAL,
}


def compartment_of(subject: str, label: str) -> str:
    """The compartment of a data class (or of another label) of a subject; the program's own things have one of their own."""
    return PROGRAM if subject == PROGRAM else _BY_CLASS.get(label, LEGAL)
