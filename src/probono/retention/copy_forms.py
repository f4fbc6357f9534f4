"""The form with which an officer asks for a client's own copy."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from probono.retention.forms import Plain
from probono.retention.models import Handover, KnownBy

_CHOOSE = ("", _("Choose"))


class CopyForm(Plain):
    """Whose file, how she asked, and how she gets it."""

    matter = forms.ChoiceField(label=_("Matter"), error_messages={"required": _("Choose a matter.")})
    she_asked_on = forms.DateField(
        label=_("The day she asked for it"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Write the day she asked."), "invalid": _("Write a day.")},
    )
    known_by = forms.ChoiceField(
        label=_("How you knew that it was she"),
        choices=[_CHOOSE, *KnownBy.choices],
        error_messages={"required": _("Choose how you knew that it was she.")},
    )
    handover = forms.ChoiceField(
        label=_("How she gets it"),
        choices=[_CHOOSE, *Handover.choices],
        help_text=_("Never by e-mail, and never through somebody else."),
        error_messages={"required": _("Choose how she gets it.")},
    )
    language = forms.ChoiceField(label=_("Language of the list in it"), choices=settings.LANGUAGES)
    immigration = forms.BooleanField(
        label=_("She asked for what she has told us about immigration, too"), required=False
    )
    is_minor = forms.BooleanField(
        label=_("She is not of age"),
        required=False,
        help_text=_("Then it goes into her own hand only: not to a parent or guardian."),
    )
    present = forms.CharField(
        label=_("Who else will be in the room"),
        max_length=200,
        required=False,
        help_text=_("An interpreter, a parent, a friend. Somebody she avoids may not be there."),
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["language"].initial = "en"
