"""What the audit log tells of a matter, in words a client understands."""

from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.audit.actions import Action, Outcome, Reason

APART = (DataClass.ADVOCATE_NOTES, DataClass.SAFETY_PLAN)
"""The advocate's own: who opened them stands in a list of their own, so that nobody learns here that there are any."""

DONE = {
    Action.READ: _("Read"),
    Action.CHANGE: _("Changed"),
    Action.DOWNLOAD: _("Took a copy"),
    Action.JOB: _("Let the site work on it"),
    Action.SIGN_IN: _("Signed in"),
    Action.SIGN_OUT: _("Signed out"),
    Action.GRANT: _("Gave access"),
    Action.END_GRANT: _("Ended the access"),
    Action.DENY: _("Shut out of the file"),
    Action.END_DENY: _("Let in again"),
    Action.BREAK_GLASS: _("Opened it in an emergency"),
    Action.REVIEW: _("Checked an opening in an emergency"),
    Action.ACCOUNT: _("Changed an account"),
    Action.CLOSE: _("Closed the file"),
    Action.REOPEN: _("Opened the closed file again"),
    Action.SEAL: _("Sealed the file"),
    Action.UNSEAL: _("Opened the sealed file, two officers together"),
    Action.HOLD: _("Placed or checked a legal hold"),
    Action.LIFT: _("Lifted a legal hold"),
    Action.WISH: _("Took down what the client wants done with the file"),
    Action.REQUEST: _("Asked for the file to be destroyed"),
    Action.CANCEL: _("Called the destruction back"),
    Action.APPROVE: _("Agreed to the destruction"),
    Action.DESTROY: _("Began to destroy the file"),
    Action.PRODUCE: _("Worked on a demand from outside for the file"),
    Action.EXPORT: _("Made a copy for the client"),
    Action.FREEZE: _("Ended every session"),
}
TRIED = _("Wanted to open")
"""What somebody did who was refused."""
ENDED = {
    Outcome.BEGUN: _("Begun"),
    Outcome.DONE: _("Done"),
    Outcome.REFUSED: _("Refused"),
    Outcome.FAILED: _("Did not work"),
}
REASONS = {
    Reason.SAFETY: _("The client's safety"),
    Reason.COURT_DATE: _("A court date that cannot wait"),
    Reason.COLLEAGUE_AWAY: _("The colleague who holds the file is away"),
    Reason.CLIENT_ASKED: _("The client asked for it"),
    Reason.MISTAKE: _("It was closed by mistake"),
    Reason.WORK_LEFT: _("There is work left to do in it"),
}
BY_THE_CLIENT = ("client:look", "agreed:list", "agreed:paper", "agreed:stop")
"""Addresses that only the client opens, without an account."""
WHAT = {
    "matters:matter": _("the first page of the file"),
    "matters:record": _("the criminal record"),
    "matters:record-holders": _("who may hold a copy of the criminal record"),
    "matters:page-image": _("a page of the RAP sheet, as a picture"),
    "matters:findings": _("what the law may allow for each item"),
    "matters:screen": _("what the law may allow for each item"),
    "matters:facts": _("what the client has told"),
    "matters:facts-new-period": _("what was done to the client, and when"),
    "matters:facts-period": _("what was done to the client, and when"),
    "matters:facts-remove-period": _("what was done to the client, and when"),
    "matters:facts-versions": _("what the client had told before"),
    "matters:facts-version": _("what the client had told before"),
    "matters:facts-bring-back": _("what the client had told before"),
    "matters:facts-item": _("what the client has told of one arrest or conviction"),
    "matters:facts-immigration": _("the immigration file"),
    "matters:facts-release": _("words that wait for the immigration attorney"),
    "matters:facts-part": _("what the client has told"),
    "matters:offices": _("the offices that take part in the case"),
    "matters:agency": _("the offices that take part in the case"),
    "matters:service": _("the offices that take part in the case"),
    "matters:packet": _("the papers for the court"),
    "matters:packet-number": _("the papers for the court"),
    "matters:build": _("the papers for the court"),
    "matters:give-word": _("a paper for the court, edited in Word"),
    "matters:download": _("a file, on the way to the reader"),
    "matters:access": _("who may see the file"),
    "matters:team-add": _("who may see the file"),
    "matters:team-end": _("who may see the file"),
    "matters:wall-add": _("who may not see the file"),
    "matters:wall-end": _("who may not see the file"),
    "matters:opened": _("the list of who opened the file"),
    "matters:opened-print": _("the list of who opened the file, to be printed"),
    "matters:window": _("a short look for the client herself"),
    "matters:window-close": _("a short look for the client herself"),
    "client:look": _("where things stand"),
    "agreed:list": _("what she said yes to, and who saw it"),
    "agreed:paper": _("the text of what she said yes to"),
    "agreed:stop": _("her stop of what she said yes to"),
    "consent:list": _("what the client has allowed"),
    "consent:new": _("a paper for the client's yes"),
    "consent:new-listing": _("a paper for the client's yes to a listing"),
    "consent:release": _("what the client has allowed"),
    "consent:sign": _("the client's signature"),
    "consent:stop": _("the client's stop"),
    "consent:withdraw": _("a paper for the client's yes that was withdrawn"),
    "consent:print": _("a paper for the client's yes, to be printed"),
    "consent:copy": _("the signed paper, as a picture"),
    "consent:hers": _("what the client has allowed and who saw it, to be printed"),
    "files:file": _("a file"),
    "retention:keeping": _("how the closed file is kept"),
    "copies:file": _("the client's own copy of the file"),
    "make_copy": _("the client's own copy of the file"),
    "drop_copy": _("the client's own copy of the file, to remove it"),
    "build_packet": _("the papers for the court"),
}
"""By the name of the address or of the job."""

KINDS = {
    DataClass.IDENTITY: _("the client's name"),
    DataClass.CONTACT: _("how to reach the client safely"),
    DataClass.RECORD: _("the criminal record"),
    DataClass.LEGAL_FILE: _("the lawyers' work"),
    DataClass.FACTS: _("what the client has told"),
    DataClass.IMMIGRATION: _("the immigration file"),
    DataClass.FOLLOW_UPS: _("what is still to be done"),
    DataClass.SERVICE_REFERRALS: _("help from other services"),
    DataClass.IMPACT_PERSON: _("how the client is doing"),
    DataClass.RELEASES: _("what the client has allowed"),
    DataClass.AUDIT: _("the list of who opened the file"),
    DataClass.MESSAGES: _("messages to the client"),
}
"""By the class of data, where the address has no words of its own."""

OTHER = _("the file")


def what_of(route: str, data_class: str) -> str:
    """What an act touched."""
    return str(WHAT.get(route) or KINDS.get(data_class, OTHER))  # type: ignore[call-overload]
