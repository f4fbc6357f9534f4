"""The next step of a matter: one sentence, one button."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from probono.accounts import gate
from probono.accounts.data_classes import DataClass, Verb
from probono.consent.contact.policies import lift_can
from probono.consent.contact.selectors import standing_hold
from probono.consent.selectors import handover_due
from probono.matters import policies, selectors
from probono.matters.models import FactSheet, Matter, MatterState, PacketBuild, RecordVersion, ScreeningVersion
from probono.matters.models.packet import OPEN_STATES

if TYPE_CHECKING:
    from probono.accounts.models import Account


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next, why, and where the button leads (no button when it is not this person's to do)."""

    title: str
    why: str
    link: str | None = None
    button: str = ""


AFTER_FILING = {
    MatterState.FILED: (
        gettext_lazy("Wait for the prosecutors"),
        gettext_lazy("Every prosecutor who was served may answer. Keep the proofs of service at hand."),
    ),
    MatterState.ANSWERED: (
        gettext_lazy("Prepare for the hearing"),
        gettext_lazy("Read the answer beside the petition, and talk it over with the client."),
    ),
    MatterState.HEARING: (
        gettext_lazy("Go to the hearing"),
        gettext_lazy("The client chooses whether she comes; her advocate can be with her."),
    ),
    MatterState.ORDER: (
        gettext_lazy("Read the order, item by item"),
        gettext_lazy("The immigration attorney reads its words before anybody calls it done."),
    ),
    MatterState.LEGAL_CLOSED: (
        gettext_lazy("The legal work is done"),
        gettext_lazy("The program sees to it that every agency seals and destroys the record."),
    ),
    MatterState.CLEARING: (
        gettext_lazy("Wait for the agencies"),
        gettext_lazy("Each agency named in the order must seal its record, and then destroy it."),
    ),
    MatterState.VERIFIED: (
        gettext_lazy("The record is clear"),
        gettext_lazy("A new sheet shows that the order was obeyed."),
    ),
}


def next_step(actor: "Account", matter: Matter) -> NextStep:
    """What cannot wait; then sheet, facts, packet, reading it."""
    if (urgent := _urgent(actor, matter)) is not None:
        return urgent
    if matter.side_state:
        return NextStep(matter.get_side_state_display(), _("Nothing is due until the matter goes on."))
    if matter.state == MatterState.CLOSED:
        return NextStep(_("Closed"), _("Everything is kept as it was; nothing can change."))
    if matter.state in AFTER_FILING:
        title, why = AFTER_FILING[MatterState(matter.state)]
        return NextStep(str(title), str(why))
    if not selectors.may(actor, matter, DataClass.RECORD, Verb.EXISTS):
        return _at_work()
    if not selectors.has(actor, matter, RecordVersion):
        return _sheet(actor, matter)
    if not selectors.has(actor, matter, FactSheet):
        return _facts(actor, matter)
    return _packet(actor, matter)


def _urgent(actor: "Account", matter: Matter) -> NextStep | None:
    """A safety hold that waits for this person's yes, and lawyers who work on after she stopped their release."""
    hold = standing_hold(matter.client_id)
    if hold is not None and lift_can(actor, hold, matter.pk, matter.client_id):
        return NextStep(
            _("A safety hold stands"),
            _("Nothing is sent to her. Find out, by a safe way, whether she is safe; it takes two people to lift it."),
            _to("contact", matter) if selectors.may(actor, matter, DataClass.CONTACT) else None,
            _("Go to the hold"),
        )
    stopped = handover_due(actor, matter.pk)
    if stopped is not None:
        return NextStep(
            _("She stopped a release: who goes on?"),
            _("Lawyers there are still on her team. Talk with her by a safe way, and plan the handover."),
            reverse("consent:release", args=[matter.pk, stopped.pk]),
            _("See what to do now"),
        )
    return None


def _sheet(actor: "Account", matter: Matter) -> NextStep:
    can = policies.add_sheet_can(actor, matter)
    return NextStep(
        _("Upload the RAP sheet"),
        _("Everything starts from the California Department of Justice record."),
        _to("record", matter) if can else None,
        _("Upload the sheet"),
    )


def _facts(actor: "Account", matter: Matter) -> NextStep:
    can = policies.change_facts_can(actor, matter)
    return NextStep(
        _("Write down the facts"),
        _("The period of victimization first: it decides which items can be asked for."),
        _to("facts", matter) if can else None,
        _("Go to the facts"),
    )


def _packet(actor: "Account", matter: Matter) -> NextStep:
    build = gate.visible(actor, PacketBuild).filter(matter=matter).order_by("-number").first()
    if build and build.state in OPEN_STATES:
        return NextStep(
            _("The packet is being built"), _("It takes a few seconds."), _to("packet", matter), _("See how far it is")
        )
    missing = missing_facts(actor, matter)
    if missing and policies.change_facts_can(actor, matter):
        return NextStep(
            _("Answer the open questions"),
            ngettext(
                "One fact is still missing. The answer may change a finding.",
                "%(count)s facts are still missing. Each answer may change a finding.",
                missing,
            )
            % {"count": missing},
            _to("facts", matter),
            _("Go to the facts"),
        )
    if build is None:
        return _first_packet(actor, matter)
    if selectors.is_outdated(build) and policies.build_can(actor, matter):
        return NextStep(
            _("Build the packet anew"),
            _("The sheet or the facts have changed since it was built. Nobody should rely on the old one."),
            _to("packet", matter),
            _("Go to the packet"),
        )
    return NextStep(
        _("Read the papers"),
        _("Check each page against the sheet and the client's words."),
        _to("packet", matter),
        _("Open the packet"),
    )


def _at_work() -> NextStep:
    return NextStep(_("The team is at work"), _("There is nothing for you to do here right now."))


def _first_packet(actor: "Account", matter: Matter) -> NextStep:
    if not policies.build_can(actor, matter):
        return _at_work()
    return NextStep(
        _("Build the packet"),
        _("Petition, declaration and proposed order, as PDF and as Word."),
        _to("packet", matter),
        _("Go to the packet"),
    )


def missing_facts(actor: "Account", matter: Matter) -> int:
    """How many different facts the newest findings still ask for, as far as this person may see them."""
    newest = gate.visible(actor, ScreeningVersion).filter(matter=matter).order_by("-number").first()
    if newest is None:
        return 0
    return len(
        {
            each["key"]
            for item in newest.document["items"]
            for finding in item["findings"]
            if finding["outcome"] == "needs_facts"
            for each in finding.get("missing", ())
        }
    )


def _to(name: str, matter: Matter) -> str:
    return reverse(f"matters:{name}", args=[matter.pk])
