"""The forms about offices: an agency's full name, and how a prosecutor's office is served."""

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.matters.forms.base import Attested
from probono.matters.forms.fields import Lines
from probono.matters.words import SERVICE_WAYS

WAYS = (("", _("Not decided yet")), *((code, name) for code, name in SERVICE_WAYS.items() if code))


class _OfOffice(Attested):
    """Nothing of an office is hers to approve."""

    approved = None  # type: ignore[assignment]


class AgencyForm(_OfOffice):
    """What an agency is called where the sheet has a short form alone. The orders name it so."""

    name = forms.CharField(
        label=_("Full name of the agency"),
        help_text=_("As the court's order should name it. Ask the agency or read its website; never guess."),
        max_length=200,
        error_messages={"required": _("Write the agency's name, or leave without saving.")},
    )
    field_order = ("name", "source")


class ServiceForm(_OfOffice):
    """How one office is served, and where. The day and the signature stay with whoever serves."""

    way = forms.ChoiceField(label=_("How the papers go there"), choices=WAYS, required=False)
    address = Lines(label=_("Address"), help_text=_("One line each, as it stands on the envelope."))
    electronic_address = forms.EmailField(
        label=_("Electronic service address"),
        required=False,
        error_messages={"invalid": _("This is not an e-mail address. Check it for a slip.")},
    )
    field_order = ("way", "address", "electronic_address", "source")

    def clean(self) -> None:
        """An address without a way says nothing."""
        super().clean()
        told = self.cleaned_data
        if not told.get("way") and (told.get("address") or told.get("electronic_address")):
            self.add_error("way", _("Choose how the papers go there, or leave the addresses empty."))
