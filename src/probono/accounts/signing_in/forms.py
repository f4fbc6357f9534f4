"""Forms of signing in. Each message is a sentence that tells nothing of whether an account is there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.accounts.models import Account, Organisation
from probono.accounts.models.organisation import OrganisationKind
from probono.accounts.roles import Role

_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "class": "short", "spellcheck": "false"}


class CodeSignInForm(forms.Form):
    """Signing in with an authenticator app."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )
    code = forms.CharField(
        label=_("Code from your authenticator app"), max_length=12, widget=forms.TextInput(attrs=_CODE)
    )
    recovery_code = forms.CharField(
        label=_("Recovery code"),
        help_text=_("Leave it empty unless you are told that it is needed. It is never enough by itself."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs=_CODE | {"autocomplete": "off"}),
    )


class SpokenCodeForm(forms.Form):
    """The code that goes with a link."""

    code = forms.CharField(
        label=_("The code you were told"),
        help_text=_("Eight digits. Whoever invited you told it to you by voice."),
        max_length=20,
        widget=forms.TextInput(attrs=_CODE | {"autocomplete": "off"}),
    )


class AppCodeForm(forms.Form):
    """The first code of a new authenticator app."""

    code = forms.CharField(label=_("The code the app shows now"), max_length=12, widget=forms.TextInput(attrs=_CODE))


class KeyNameForm(forms.Form):
    """The name of a passkey."""

    name = forms.CharField(label=_("Name of the passkey"), max_length=60)


class InvitationForm(forms.Form):
    """Whom to invite, to which role, where."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"))
    role = forms.ChoiceField(label=_("Role"), choices=[])
    organisation = forms.ModelChoiceField(label=_("Organization"), queryset=Organisation.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles: Any = self.fields["role"]
        roles.choices = [("", _("Choose")), *((role.value, role.label) for role in Role if role != Role.CLIENT)]
        organisations: Any = self.fields["organisation"]
        organisations.queryset = Organisation.objects.order_by("name")
        organisations.empty_label = _("Choose")


class OrganisationForm(forms.Form):
    """An organization whose people are to be invited."""

    name = forms.CharField(label=_("Name of the organization"), max_length=200)
    kind = forms.ChoiceField(
        label=_("What it is"), choices=[one for one in OrganisationKind.choices if one[0] != OrganisationKind.HOME]
    )

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"].strip()
        if Organisation.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("There is an organization of that name already."))
        return name


class PersonForm(forms.Form):
    """Whose way in is to be made anew."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=Account.objects.none())

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["person"]
        choice.queryset = people
        choice.empty_label = _("Choose")


class PhraseForm(forms.Form):
    """Four words that staff told by voice."""

    phrase = forms.CharField(
        label=_("Your four words"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def refuse(self) -> None:
        """The same sentence whatever was wrong."""
        self.add_error("phrase", _("These words do not open anything now. Check them, or ask for new ones."))
