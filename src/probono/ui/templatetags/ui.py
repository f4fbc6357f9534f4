"""Template tags of the site: drawing form fields the USWDS way."""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "usa-textarea"),
    (forms.Select, "usa-select"),
    (forms.FileInput, "file-input"),
    (forms.widgets.Input, "usa-input"),
)


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """A single box to tick."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_radios(field: BoundField) -> bool:
    """A group of radio buttons."""
    return isinstance(field.field.widget, forms.RadioSelect) and not is_checks(field)


@register.filter
def is_checks(field: BoundField) -> bool:
    """A group of boxes to tick."""
    return isinstance(field.field.widget, forms.CheckboxSelectMultiple)


@register.filter
def described_by(field: BoundField) -> str:
    """Ids of the hint and the error a screen reader reads with the field."""
    parts = [f"{field.auto_id}-hint"] if field.help_text else []
    parts += [f"{field.auto_id}-error"] if field.errors else []
    return " ".join(parts)


@register.filter
def widget(field: BoundField, css: str = "") -> SafeString:
    """The field's control with its class, and its hint and error bound to it."""
    attrs: dict[str, Any] = {"class": css or _class(field.field.widget)}
    if described := described_by(field):
        attrs["aria-describedby"] = described
    if field.errors:
        attrs["aria-invalid"] = "true"
        attrs["class"] += " usa-input--error"
    return field.as_widget(attrs={**attrs, **_kept(field, attrs)})


def _kept(field: BoundField, attrs: dict[str, Any]) -> dict[str, str]:
    own = field.field.widget.attrs.get("class")
    return {"class": f"{attrs['class']} {own}"} if own else {}


def _class(control: forms.Widget) -> str:
    return next((css for kind, css in _CLASSES if isinstance(control, kind)), "")


@register.filter
def lookup(table: dict[str, Any], key: str) -> Any:
    """A value of a dict by a key known only in the template."""
    return table.get(key)


@register.filter
def phone(number: str) -> str:
    """A telephone number as a link wants it: digits and a plus sign only."""
    return "".join(character for character in number if character.isdigit() or character == "+")
