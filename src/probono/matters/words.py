"""Words a page uses for the codes of the library."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass

OUTCOMES = {
    "available": _("Can be asked for"),
    "lawyer_decides": _("A lawyer must decide"),
    "needs_facts": _("Facts are missing"),
    "not_yet": _("Not yet"),
    "already_granted": _("Already granted"),
    "barred": _("Barred"),
    "not_applicable": _("Does not apply"),
}
OUTCOME_TONES = {
    "available": "go",
    "lawyer_decides": "ask",
    "needs_facts": "ask",
    "not_yet": "wait",
    "already_granted": "wait",
    "barred": "stop",
    "not_applicable": "none",
}
OUTCOME_ORDER = tuple(OUTCOMES)
EVENTS = {
    "arrest": _("Arrest"),
    "court": _("Court"),
    "custody": _("Custody"),
    "probation": _("Probation"),
    "applicant": _("Applicant"),
    "registration": _("Registration"),
    "supplemental_arrest": _("Supplemental arrest"),
    "mental_health": _("Other entry"),
    "deceased": _("Deceased"),
    "other": _("Other entry"),
}
DISPOSITIONS = {
    "convicted": _("Convicted"),
    "dismissed": _("Dismissed"),
    "acquitted": _("Acquitted"),
    "prosecutor_rejected": _("Not filed by the prosecutor"),
    "released": _("Released"),
    "diverted": _("Diverted"),
    "sentence_modified": _("Sentence modified"),
    "dismissed_1203_4": _("Dismissed under 1203.4"),
    "reduced": _("Reduced"),
    "probation_revoked": _("Probation revoked"),
    "vacated": _("Vacated"),
    "sealed": _("Sealed"),
    "paroled": _("Paroled"),
    "discharged": _("Discharged"),
    "other": _("Other"),
}
LEVELS = {"F": _("Felony"), "M": _("Misdemeanor"), "I": _("Infraction")}
DATE_IS = {"offense": _("day of the act"), "arrest": _("arrest"), "court": _("court date")}
HOLDS = {True: _("yes"), False: _("no"), None: _("not known")}
STEPS = {
    "read": _("Reading the sheet"),
    "screen": _("Looking at each item"),
    "plan": _("Planning the petitions"),
    "write": _("Writing the papers"),
    "keep": _("Sealing the files"),
}
APART = {
    "address": _("an address, set apart"),
    "ssn": _("a Social Security number, set apart"),
    "medical": _("a medical line, set apart"),
    "mental_health": _("a mental health line, set apart"),
}
INSIDE = {"yes": _("inside"), "no": _("outside"), "unknown": _("not known")}
INSIDE_TONES = {"yes": "go", "no": "stop", "unknown": "ask"}
SAYS = {True: _("Yes"), False: _("No"), None: _("Not known yet"), "": _("Not known yet")}
VICTIMIZATIONS = {
    "trafficking": _("Human trafficking"),
    "intimate_partner_violence": _("Intimate partner violence"),
    "sexual_violence": _("Sexual violence"),
}
WEAK = {
    "no_act_day": _("On which day was the act? Only an arrest or court date is known."),
    "act_outside": _("The act lies outside every period of victimization told so far."),
    "direct_result_not_asked": _("Nobody has asked her whether the act was a direct result of what was done to her."),
    "no_direct_result": _("She says that the act was not a direct result of what was done to her."),
    "no_account": _("There is no account of how the act came about."),
    "no_evidence": _("No evidence is named for this item."),
    "account_not_approved": _("She has not approved the words yet."),
}
SERVICE_WAYS = {
    "": _("How the papers go there is not decided yet."),
    "personal": _("In person"),
    "tracked": _("By a carrier that tracks it"),
    "mail": _("By mail"),
    "electronic": _("Electronically"),
}
PAPERS = {
    "notice": _("Notice of petition"),
    "petition": _("Petition"),
    "declaration": _("Declaration"),
    "memorandum": _("Memorandum"),
    "exhibit index": _("Exhibit index"),
    "confidentiality request": _("Request for a confidential file"),
    "identification": _("Identification sheet (confidential)"),
    "order to vacate": _("Proposed order to vacate"),
    "order to seal": _("Proposed order to seal"),
    "proof of service": _("Proof of service"),
    "filing sheet": _("Filing sheet (for the team)"),
    "reading copy": _("Reading copy of all public papers"),
    "missing": _("What is missing"),
    "plan": _("The plan"),
}


def class_words(classes: Iterable[str]) -> list[str]:
    """Classes of data in words: "Identity and conflict packet"."""
    return [str(DataClass(one).label) for one in classes]


PARTS = {"petitioner": _("Petitioner"), "counsel": _("Counsel"), "status": _("Status today")}
"""The parts of the facts that are there once, as their pages call them."""
