"""The officers' acts on a client's own copy: asking, agreeing, handing it over, calling it off."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.consent.services.her_copy import is_of_a_minor
from probono.matters import selectors as matters
from probono.matters.policies import NotNowError
from probono.retention import copy_rules
from probono.retention.jobs import make_copy
from probono.retention.models import ClientCopy, CopyState
from probono.retention.policies import check_officer
from probono.retention.services.copy_ends import finish
from probono.retention.services.copy_row import locked, tell

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def ask(
    *, by: "Account", matter_id: UUID, she_asked_on: dt.date, known_by: str, handover: str, language: str,
    immigration: bool = False, is_minor: bool = False, present: str = "",
) -> ClientCopy:  # fmt: skip
    """One officer asks, because the client did. "No such page" for a matter she may not know of, a sealed one among them."""
    check_officer(by)
    matter = matters.matter_for(by, matter_id)
    is_minor, present = is_minor or is_of_a_minor(matter_id), present.strip()
    copy_rules.check_ask(
        by, matter_id=matter_id, client_id=matter.client_id, she_asked_on=she_asked_on, known_by=known_by,
        handover=handover, is_minor=is_minor, present=present, now=timezone.now(),
    )  # fmt: skip
    row = ClientCopy(
        matter_id=matter_id, client_id=matter.client_id, code_name=matter.code_name, asked_by=by, present=present,
        she_asked_on=she_asked_on, known_by=known_by, handover=handover, language=language, immigration=immigration,
        is_minor=is_minor,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise NotNowError(_("A copy of this file is on its way already. Finish it or call it off first.")) from error
    tell(by, row)
    return row


@transaction.atomic
def agree(*, by: "Account", copy: ClientCopy) -> None:
    """The other officer's yes; the job begins."""
    row = locked(copy.pk)
    copy_rules.check_agree(by, row, timezone.now())
    matters.matter_for(by, row.matter_id)
    row.agreed_by, row.agreed_at, row.state = by, timezone.now(), CopyState.MAKING
    row.save()
    make_copy.enqueue(actor_id=str(by.pk), matter_id=str(row.matter_id), copy_id=str(row.pk))
    tell(by, row)


@transaction.atomic
def handed(*, by: "Account", copy: ClientCopy) -> None:
    """She has it. Ours goes at once."""
    row = locked(copy.pk)
    copy_rules.check_handed(by, row)
    row.handed_by, row.handed_at = by, timezone.now()
    finish(row, CopyState.HANDED)
    tell(by, row)


@transaction.atomic
def call_off(*, by: "Account", copy: ClientCopy) -> None:
    """Nothing comes of it: what was made is removed."""
    row = locked(copy.pk)
    copy_rules.check_call_off(by, row)
    finish(row, CopyState.ENDED)
    tell(by, row)
