"""Screening a matter: the newest record under the newest facts, kept whole, once for the team and once for the immigration file."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max, Model

from probono.accounts.walls import machinery
from probono.matters.models import (
    FactSheet,
    ImmigrationScreening,
    ImmigrationSheet,
    Matter,
    RecordVersion,
    ScreeningVersion,
)
from probono.matters.services.facts_document import empty_document, facts_of
from probono.matters.services.library import screen
from probono.matters.services.record import record_of
from probono.ui.today import today
from vacatur.records.items import items_of
from vacatur.records.record import Record
from vacatur.screening.as_json import screening_json
from vacatur.screening.finding import Screening

if TYPE_CHECKING:
    from probono.accounts.models import Account


def screen_matter(*, by: "Account | None", matter: Matter, as_of: dt.date | None = None) -> ScreeningVersion | None:
    """New findings for a matter, or nothing while it has no record. InputError when a fact contradicts the sheet.

    Both kinds are made together, whoever asked: she sees those the gate shows her.
    """
    with machinery(matter.pk):
        return _screened(by, matter, as_of)


def _screened(by: "Account | None", matter: Matter, as_of: dt.date | None) -> ScreeningVersion | None:
    version = RecordVersion.objects.filter(matter=matter).order_by("-number").first()
    if version is None:
        return None
    record, day = record_of(version), as_of or today()
    sheet = newest(FactSheet, matter)
    immigration = newest(ImmigrationSheet, matter)
    document = sheet.document if sheet else empty_document()
    team = screen(record, facts_of(document, {}, items_of(record)), day)
    whole = _whole(record, document, immigration, day, team)
    with transaction.atomic():
        kept = _keep(
            ScreeningVersion, by=by, version=version, sheet=sheet, screening=team, document=team_document(team)
        )
        _keep(
            ImmigrationScreening,
            by=by,
            version=version,
            sheet=sheet,
            screening=whole,
            document=screening_json(whole),
            immigration_facts=immigration,
        )
    return kept


def team_document(screening: Screening) -> dict[str, Any]:
    """The findings as kept for the team: without what an item means for immigration."""
    document = screening_json(screening)
    for item in document["items"]:
        del item["flags"]
        item["findings"] = [
            {key: value for key, value in finding.items() if not key.startswith("effect")}
            for finding in item["findings"]
        ]
    return document


def newest(model: type[Any], matter: Matter) -> Any:
    """The newest version of a kind of document of a matter, or nothing."""
    return model.objects.filter(matter=matter).order_by("-number").first()


def _whole(
    record: Record, document: Any, immigration: ImmigrationSheet | None, day: dt.date, team: Screening
) -> Screening:
    if immigration is None:
        return team
    return screen(record, facts_of(document, immigration.document, items_of(record)), day)


def _keep(model: type[Model], *, by: Any, version: RecordVersion, sheet: Any, screening: Screening, **more: Any) -> Any:
    manager = model._default_manager
    top = manager.filter(matter_id=version.matter_id).aggregate(top=Max("number"))["top"] or 0
    return manager.create(
        matter_id=version.matter_id,
        made_by=by,
        record=version,
        facts=sheet,
        number=top + 1,
        as_of=screening.as_of,
        pack=screening.pack,
        schema=str(more["document"]["schema"]),
        **more,
    )
