"""What a form that waits would do, in words: which act, on whom, and what was typed, as the form itself names it.

Each app tells it of the acts that ask for a proof. Nobody is asked to send what the page does not name.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import Http404, QueryDict
from django.urls import Resolver404, resolve
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from probono.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Words:
    """`act` is the button's own word, `whom` says on whom or what, `form` is the form as it was sent."""

    act: str
    whom: str = ""
    form: forms.Form | None = None


Teller = Callable[[Account, dict[str, Any], QueryDict], Words | None]
_tellers: dict[str, Teller] = {}


def register(tellers: Mapping[str, Teller]) -> None:
    """An app tells of its acts, by the name of each address. A teller shows what its person may see, and nothing else."""
    _tellers.update(tellers)


def told() -> frozenset[str]:
    """The names of the addresses that are told of."""
    return frozenset(_tellers)


def words_of(actor: Account, path: str, fields: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """For the page: `words`, where the act is known and still hers, and `lines`, what was typed."""
    sent = QueryDict(mutable=True)
    for name, value in fields:
        sent.appendlist(name, value)
    words = _words(actor, path, sent)
    form = words.form if words else None
    return {"words": words, "lines": list(_lines(form)) if form is not None else []}


def _words(actor: Account, path: str, sent: QueryDict) -> Words | None:
    try:
        match = resolve(urlsplit(path).path)
        teller = _tellers.get(match.view_name)
        return teller(actor, match.kwargs, sent) if teller else None
    except (Resolver404, Http404, ObjectDoesNotExist, ValidationError):
        return None


def _lines(form: forms.Form) -> Iterator[tuple[str, str]]:
    for bound in form:
        if not bound.is_hidden and (value := _said(bound.field, bound.data)):
            yield str(bound.label), value


def _said(field: forms.Field, data: Any) -> str:
    """A value as the form showed it."""
    if isinstance(field, forms.BooleanField):
        return _("Yes") if data else ""
    if isinstance(field, forms.ChoiceField):
        wanted = {str(one) for one in (data if isinstance(data, list) else [data]) if one}
        return ", ".join(label for key, label in _flat(field.choices) if key in wanted)
    if isinstance(field, forms.DateField | forms.DateTimeField):
        try:
            day = field.clean(data)
        except ValidationError:
            return str(data or "")
        return (
            date_format(day, "DATETIME_FORMAT" if isinstance(field, forms.DateTimeField) else "DATE_FORMAT")
            if day
            else ""
        )
    return data if isinstance(data, str) else ""


def _flat(choices: Any) -> Iterator[tuple[str, str]]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield str(key), str(label)
