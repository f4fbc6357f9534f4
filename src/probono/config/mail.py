"""How mail leaves: not at all until a server is named; in evaluation never beyond this machine."""

import re
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

from probono.config.program import Program

LOOPBACK = ("localhost", "127.0.0.1", "::1")
IN_MEMORY = "django.core.mail.backends.locmem.EmailBackend"
NOWHERE = "django.core.mail.backends.dummy.EmailBackend"
SMTP = "probono.post.backend.NeutralBackend"
ADDRESS = re.compile(r"[^<>@\s]+@[\w.-]+\.\w+|[^<>@]*<[^<>@\s]+@[\w.-]+\.\w+>")
SMALL_WORDS = frozenset({"and", "for", "the", "program", "office", "center", "centre", "law", "open", "llp"})
"""Words of a name that say nothing by themselves."""
NEVER = ("vacat", "legal", "attorney", "lawyer", "survivor", "victim", "traffick", "violence", "shelter", "court")


@dataclass(frozen=True, slots=True)
class Mail:
    """What the settings say of mail."""

    on: bool
    backend: str
    sender: str
    tls: bool


def mail_of(*, host: str, sender: str, evaluation: bool, program: Program) -> Mail:
    """ImproperlyConfigured where evaluation would send beyond this machine, or where the sender's address tells whose it is."""
    if evaluation and host and host not in LOOPBACK:
        raise ImproperlyConfigured("PROBONO_MAIL_HOST: an evaluation sends no mail beyond this machine.")
    if not host:
        return Mail(on=evaluation, backend=IN_MEMORY if evaluation else NOWHERE, sender=sender, tls=False)
    if not evaluation and not ADDRESS.fullmatch(sender.strip()):
        raise ImproperlyConfigured("PROBONO_MAIL_FROM must be an address, like Notes <notes@example.org>.")
    if not evaluation and telling_words(sender, program):
        raise ImproperlyConfigured(
            "PROBONO_MAIL_FROM must be neutral: a sender that names the program, its organization or its work gives a client away."
        )
    return Mail(on=True, backend=SMTP, sender=sender, tls=not evaluation)


def telling_words(sender: str, program: Program) -> list[str]:
    """Words in a sender's name or address that tell whose it is."""
    names = f"{program.name} {program.organization} {program.partner_firm}"
    own = {word for word in re.findall(r"[a-z]{4,}", names.lower()) if word not in SMALL_WORDS}
    own |= {program.contact.email.rpartition("@")[2].lower()}
    return sorted(word for word in {*own, *NEVER} if word in sender.lower())
