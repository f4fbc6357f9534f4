"""The demo's invented program, which real people must not be sent to."""

from collections.abc import Iterator

from probono.config.production.addresses import is_invented
from probono.config.production.found import Found

INVENTED_NAMES = ("Ridgeline Survivors' Law Center", "Alder & Quill LLP", "Open Door Vacatur Program")


def weaknesses(found: Found) -> Iterator[str]:
    """What is wrong with the program's file."""
    program = found.program
    if "FICTIONAL" in found.program_file.read_text("utf-8"):
        yield "PROBONO_PROGRAM is the demo's invented program: write a file with your own names and point to it."
    elif {program.name, program.organization, program.partner_firm} & set(INVENTED_NAMES):
        yield "The program's file still names the demo's invented organizations."
    elif is_invented(program.contact.email.rsplit("@", 1)[-1].lower()):
        yield "The contact's e-mail address in the program's file is invented: a client's letter would reach nobody."
    elif "@" not in program.contact.email:
        yield "The contact's e-mail address in the program's file is no e-mail address."
