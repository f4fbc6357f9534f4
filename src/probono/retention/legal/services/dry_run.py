"""What a demand would yield if it were obeyed today: counts by class of data. No name, no file's name, no word of a file."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction

from probono.accounts.data_classes import ANY, DataClass
from probono.accounts.handles import handle_of
from probono.accounts.walls import machinery
from probono.audit import selectors as log
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.retention import ledger
from probono.retention.legal.selectors import Named
from probono.retention.policies import check_officer
from probono.vault import shredders

if TYPE_CHECKING:
    from probono.accounts.models import Account

APART = (DataClass.ADVOCATE_NOTES, DataClass.SAFETY_PLAN)
"""Not even counted from the legal file: whether there are any is the advocate's and her client's."""


@dataclass(frozen=True, slots=True)
class Yield:
    """The report. `state` is where the file stands."""

    state: str
    by_class: dict[str, int]
    """Rows of each class that has any."""
    uncounted: frozenset[str]
    """Classes that are kept by client and not by matter: there is something, and it is not counted from here."""
    access: int
    """Rows of grants, walls, seals and tokens: ids and days."""
    files: int
    """Sealed files in the store."""
    acts: int
    """Rows of the audit log that stand for this matter, by handle."""
    destroyed: int
    """Clients and matters that were destroyed before today: of them nothing can be given."""
    apart: tuple[str, ...] = field(default=APART)


@transaction.atomic
def what_it_yields(*, by: "Account", matter: Named) -> Yield:
    """Counts what is kept of one matter, whatever each officer may read of it: the counts alone come back."""
    check_officer(by)
    counts: Counter[str] = Counter()
    uncounted, files = set(), 0
    with machinery(matter.matter_id):
        for one in shredders.registered():
            if not {_class_of(table.model) for table in one.tables} & set(APART):
                files += sum(name is not None for name in one.files(matter.matter_id))
            for table in one.tables:
                kind = _class_of(table.model)
                if kind in APART:
                    continue
                if table.matter:
                    counts[kind] += table.rows(matter_id=matter.matter_id).count()
                elif kind:
                    uncounted.add(kind)
    access = counts.pop("", 0) + counts.pop(ANY, 0)
    found = Yield(
        state=matter.state,
        by_class={kind: counts[kind] for kind in DataClass.values if counts[kind]},
        uncounted=frozenset(uncounted),
        access=access,
        files=files,
        acts=log.about([handle_of(matter.matter_id, matter.matter_id)], without=APART).count(),
        destroyed=len({line.mark for line in ledger.lines()}),
    )
    append(Act(Action.PRODUCE, actor=by.pk, handle=handle_of(matter.matter_id, matter.matter_id)))
    return found


def _class_of(model: Any) -> str:
    """The class a model declares; nothing for the rows that access is computed from, whose class is a column."""
    declared = getattr(model, "data_class", "")
    return str(declared) if isinstance(declared, str) else ""
