"""Kinds of answers: a day that has been, a yes-no-unknown, a list of lines."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.ui.today import today


class PastDay(forms.DateField):
    """A day up to today."""

    default_error_messages = {
        "invalid": _("Write the day as month, day and year, or leave it empty."),
        "future": _("This day has not come yet. Check the year."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(attrs={"type": "date", "class": "short"}, format="%Y-%m-%d"))
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def validate(self, value: dt.date | None) -> None:
        super().validate(value)
        if value is not None and value > today():
            raise forms.ValidationError(self.error_messages["future"], code="future")


class YesNoUnknown(forms.TypedChoiceField):
    """Yes, no, or not known yet. Unknown is an answer of its own: it never means no."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(
            choices=[("yes", _("Yes")), ("no", _("No")), ("", _("Not known yet"))],
            coerce=lambda text: {"yes": True, "no": False}.get(text),
            empty_value=None,
            widget=forms.RadioSelect(attrs={"class": "usa-radio__input"}),
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)


class Lines(forms.CharField):
    """One entry a line."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """Lines have no length of their own to check."""


class Words(forms.CharField):
    """A longer text, kept as it was typed but for the ends of its lines."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        rows = kwargs.pop("rows", 6)
        super().__init__(strip=True, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """Browsers send each line's end as two characters; a text is kept with one."""
        return str(super().to_python(value)).replace("\r\n", "\n")
