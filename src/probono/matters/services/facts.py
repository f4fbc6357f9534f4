"""Changing facts: each change is a whole new version on top of the one the form was made from, screened before it is kept."""

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from probono.matters import policies
from probono.matters.models import FactSheet, ImmigrationSheet, Matter
from probono.matters.services.screening import screen_matter

if TYPE_CHECKING:
    from probono.accounts.models import Account


class ChangedMeanwhileError(Exception):
    """Somebody saved these facts after the form was opened; the message is a sentence for the person."""


def save_facts(*, by: "Account | None", matter: Matter, document: dict[str, Any], based_on: int) -> FactSheet:
    """Keeps a new version of the facts with its findings. `based_on` is the version the form showed (0 for none).

    InputError when a fact contradicts the sheet; then nothing is kept.
    """
    policies.check_change_facts(by, matter)
    return _save(FactSheet, by=by, matter=matter, document=document, based_on=based_on)


def save_immigration(
    *, by: "Account | None", matter: Matter, document: dict[str, Any], based_on: int
) -> ImmigrationSheet:
    """Keeps a new version of the immigration file's facts with its findings."""
    policies.check_change_immigration(by, matter)
    return _save(ImmigrationSheet, by=by, matter=matter, document=document, based_on=based_on)


def _save(model: Any, *, by: Any, matter: Matter, document: dict[str, Any], based_on: int) -> Any:
    try:
        with transaction.atomic():
            newest = model.objects.filter(matter=matter).order_by("-number").first()
            if (newest.number if newest else 0) != based_on:
                raise ChangedMeanwhileError(_sentence())
            kept = model.objects.create(matter=matter, made_by=by, number=based_on + 1, document=document)
            screen_matter(by=by, matter=matter)
            return kept
    except IntegrityError as error:
        raise ChangedMeanwhileError(_sentence()) from error


def _sentence() -> str:
    return _(
        "Somebody saved these facts while you were writing. Nothing was overwritten: your words are still in the form "
        "below. Open the newest facts in another window, compare, and then save again."
    )
