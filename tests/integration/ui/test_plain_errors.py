"""No form answers in Django's own words: each of its sentences that a form of the site may show has one of ours, in both languages."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
import pytest
from babel.messages.pofile import read_po
from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import BaseFormSet
from django.utils import translation
from django.utils.functional import Promise

import probono

DJANGO = Path(django.__file__).parent / "conf" / "locale" / "es" / "LC_MESSAGES" / "django.po"
OURS = Path(probono.__file__).parent / "ui" / "locale"


def _all_forms() -> list[type[forms.BaseForm]]:
    """Every form class of the site."""
    for each in pkgutil.walk_packages(probono.__path__, "probono."):
        if ".forms" in each.name or each.name.endswith("forms") or ".views" in each.name:
            importlib.import_module(each.name)
    found, left = [], [forms.BaseForm]
    while left:
        kind = left.pop()
        left += kind.__subclasses__()
        if kind.__module__.startswith("probono."):
            found.append(kind)
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


def _sentences() -> Iterator[tuple[str, Any]]:
    """What the fields of all forms may say, with where it stands."""
    kinds = _all_forms()
    assert len(kinds) > 30
    for group in (each for each in BaseFormSet.__subclasses__() if each.__module__.startswith("probono.")):
        yield group.__name__, group.default_error_messages["missing_management_form"]
    for kind in kinds:
        for name, field in kind.base_fields.items():  # type: ignore[attr-defined]
            place = f"{kind.__module__}.{kind.__name__}.{name}"
            yield from ((place, said) for key, said in field.error_messages.items() if _can_say(field, key))
            yield from ((place, each.message) for each in field.validators)


def _can_say(field: forms.Field, key: str) -> bool:
    """`required` is said only of a field that must be there."""
    return field.required if key == "required" else True


def _words(sentence: Any) -> str:
    """The sentence as it stands in the code: a catalogue's key."""
    if not isinstance(sentence, Promise):
        return str(sentence)
    told = sentence.__reduce__()[1]  # how Django keeps one that is translated later
    return str(told[3]["singular"] if isinstance(told[3], dict) and "singular" in told[3] else told[1][0])


def _keys(catalogue: Path) -> set[str]:
    with catalogue.open("rb") as text:
        found = read_po(text)
    return {key if isinstance(key, str) else key[0] for each in found if each.string and (key := each.id)}


def test_every_sentence_of_django_s_has_one_of_ours() -> None:
    theirs = _keys(DJANGO)
    used: dict[str, str] = {}
    for place, sentence in _sentences():
        if (words := _words(sentence)) in theirs:
            used.setdefault(words, place)

    assert len(used) > 10
    for language in ("en", "es"):
        ours = _keys(OURS / language / "LC_MESSAGES" / "django.po")
        assert {words: place for words, place in used.items() if words not in ours} == {}, language


@pytest.mark.parametrize(("language", "said"), [("en", "Write 3 or more."), ("es", "Escriba 3 o más.")])
def test_it_is_ours_that_is_said(language: str, said: str) -> None:
    with translation.override(language):
        with pytest.raises(ValidationError) as refused:
            forms.IntegerField(min_value=3).clean("1")

        assert refused.value.messages == [said]
