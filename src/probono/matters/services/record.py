"""Uploading a sheet: read first, then kept whole; nothing half-stored."""

import dataclasses
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

import vacatur
from probono.matters import policies
from probono.matters.models import CopyRule, Holders, ItemRow, Matter, RecordUpload, RecordVersion
from probono.matters.models.record import SheetKind
from probono.matters.services import turns
from probono.matters.services.library import InputError, law, read_print, read_text_sheet
from probono.matters.services.sheet_taking import TakenSheet, printed_on
from probono.ui.today import today
from probono.vault import files
from probono.vault.fields import scope_of
from probono.vault.keys import fingerprint
from probono.vault.uploads.opened import PrintOfPage, print_of
from vacatur.records.as_json import record_json
from vacatur.records.item import Item
from vacatur.records.items import items_of
from vacatur.records.record import Record

if TYPE_CHECKING:
    from probono.accounts.models import Account


class SameSheetError(InputError):
    """The sheet is the one in force, byte for byte."""


class AnotherPersonError(InputError):
    """The sheet looks like somebody else's than the one before; the person must say that it is not."""


def add_sheet(*, by: "Account | None", matter: Matter, sheet: TakenSheet, same_person: bool = False) -> RecordVersion:
    """Keeps a sheet that was read: file, record and items together.

    SameSheetError, and nothing kept, when it is the sheet in force. It may come again once the reader has changed, or when the
    virus scanner says something else of it.
    AnotherPersonError, and nothing kept, when its CII number or birth date is not that of the matter's newest sheet, unless
    the person has said that it is the same client's.
    """
    policies.check_add_sheet(by, matter)
    turns.take(matter.pk)
    newest = RecordVersion.objects.filter(matter=matter).select_related("upload").order_by("-number").first()
    if newest is not None and not same_person:
        _check_person(newest, sheet.record)
    upload = RecordUpload(
        matter=matter,
        made_by=by,
        kind=sheet.kind,
        name=sheet.name,
        size=len(sheet.data),
        scan=sheet.scan,
        pages=sheet.record.pages,
    )
    scope = scope_of(upload)
    upload.source_hash = fingerprint(sheet.data, scope)
    if newest is not None:
        _check_changed(newest, upload)
    upload.file = files.store(sheet.data, scope)
    try:
        upload.printed = files.store(sheet.printed, scope) if sheet.printed is not None else None
        return _keep(by=by, upload=upload, record=sheet.record)
    except BaseException:
        for name_of in (upload.file, upload.printed):
            if name_of is not None:
                files.remove(name_of)
        raise


@transaction.atomic
def set_holders(*, by: "Account", matter: Matter, holders: str) -> CopyRule:
    """Counsel decides who may hold a copy of the sheet. It takes hold at the next download."""
    policies.check_set_holders(by, matter)
    top = CopyRule.objects.filter(matter=matter).aggregate(top=Max("number"))["top"] or 0
    return CopyRule.objects.create(matter=matter, made_by=by, number=top + 1, holders=Holders(holders))


@transaction.atomic
def _keep(*, by: "Account | None", upload: RecordUpload, record: Record) -> RecordVersion:
    upload.save()
    return keep_version(by=by, upload=upload, record=record)


@transaction.atomic
def keep_version(*, by: "Account | None", upload: RecordUpload, record: Record) -> RecordVersion:
    """One more version of what was read, with its items as rows."""
    document = record_json(record)
    newest = RecordVersion.objects.filter(matter_id=upload.matter_id).aggregate(top=Max("number"))["top"] or 0
    version = RecordVersion.objects.create(
        matter_id=upload.matter_id,
        made_by=by,
        upload=upload,
        number=newest + 1,
        schema=str(document["schema"]),
        library=vacatur.__version__,
        source_hash=upload.source_hash,
        document=document,
    )
    ItemRow.objects.bulk_create(_row(version, position, item) for position, item in enumerate(items_of(record)))
    return version


def record_of(version: RecordVersion) -> Record:
    """The record again as the library's value, from the sheet it was read from."""
    upload = version.upload
    if upload.kind == SheetKind.PDF:
        return read_print(print_of_sheet(upload), today=today())
    return read_text_sheet(files.read(upload.file, scope_of(upload)), today=today())


def print_of_sheet(upload: RecordUpload) -> tuple[PrintOfPage, ...]:
    """What is printed on the pages of a PDF sheet: kept beside it, or taken from it again behind walls."""
    if upload.printed is not None:
        return print_of(files.read(upload.printed, scope_of(upload)))
    return print_of(printed_on(files.read(upload.file, scope_of(upload))))


def _check_changed(newest: RecordVersion, upload: RecordUpload) -> None:
    before = (newest.source_hash, newest.upload.scan, newest.library)
    if before == (upload.source_hash, upload.scan, vacatur.__version__):
        raise SameSheetError(_("This is the same sheet as the one already here. Nothing was changed."))


def _check_person(newest: RecordVersion, record: Record) -> None:
    before, now = newest.document["person"], record_json(record)["person"]
    other_number = before["cii"] and now["cii"] and before["cii"] != now["cii"]
    days = (set(before["birth_dates"]), set(now["birth_dates"]))
    other_day = not (before["cii"] and now["cii"]) and all(days) and not days[0] & days[1]
    if other_number or other_day:
        raise AnotherPersonError(
            _(
                "This sheet looks like another person's: its CII number or birth date is not that of the sheet already here. "
                "Nothing was kept. If you have checked that it is the same client's, say so below and choose the file again."
            )
        )


def _row(version: RecordVersion, position: int, item: Item) -> ItemRow:
    court = law().court(item.agency) if item.agency else None
    return ItemRow(
        matter_id=version.matter_id,
        made_by_id=version.made_by_id,
        version=version,
        position=position,
        item_key=item.id,
        kind=item.kind,
        code=item.code or "",
        section=item.section or "",
        level=item.level or "",
        county=court.county if court else "",
        document=item_document(item),
    )


def item_document(item: Item) -> dict[str, Any]:
    """What a list shows of an item, as plain values."""
    last = item.dispositions[-1] if item.dispositions else None
    return {
        "number": item.number,
        "case": item.case,
        "count": item.count,
        "description": item.description,
        "date": item.date.isoformat() if item.date else None,
        "date_is": item.date_is.value,
        "arrest_date": item.arrest_date.isoformat() if item.arrest_date else None,
        "court_date": item.court_date.isoformat() if item.court_date else None,
        "agency": item.agency,
        "disposition": last.kind.value if last else None,
        "disposition_text": last.text if last else None,
        "dispositions": list(dict.fromkeys(each.kind.value for each in item.dispositions)),
        "attempt": item.attempt,
        "source": dataclasses.asdict(item.source),
    }
