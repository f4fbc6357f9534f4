"""Forms about releases: drawn up for a recipient or a listing, signed, said yes to by voice."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from probono.consent.models import How
from probono.consent.policies import NotNowError, check_guardian, check_last_day, latest_day
from probono.consent.wording import class_words, purposes
from probono.ui.today import today

_RADIO = {"class": "usa-radio__input"}
_BOX = {"class": "usa-checkbox__input"}
YES_NO = [("yes", _("Yes")), ("no", _("No"))]
MOST_WORDS = 3000
"""Characters of a listing."""


def _day(**kwargs: Any) -> forms.DateField:
    wrong = _("Write the day as month, day and year.")
    kind = forms.DateInput(attrs={"type": "date", "class": "short"}, format="%Y-%m-%d")
    return forms.DateField(widget=kind, error_messages={"required": wrong, "invalid": wrong}, **kwargs)


def _yes_no(label: Any, help_text: Any = "", *, required: bool = True) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        help_text=help_text,
        choices=YES_NO,
        coerce=lambda text: text == "yes",
        empty_value=None,
        required=required,
        widget=forms.RadioSelect(attrs=_RADIO),
        error_messages={"required": _("Answer this question.")},
    )


class _Paper(forms.Form):
    """What every paper asks: language, last day, who read it aloud, and whether she is a minor."""

    language = forms.ChoiceField(
        label=_("Language of the paper"),
        choices=[("en", _("English")), ("es", _("Spanish"))],
        help_text=_("A language she reads, or in which it is read to her."),
    )
    last_day = _day(
        label=_("Last day on which it holds"),
        help_text=_(
            "At most 90 days, today among them. It ends at midnight after this day. A conflict check is signed by then, and ends "
            "sooner: the paper says after how many hours."
        ),
    )
    read_aloud_by = forms.CharField(
        label=_("Who reads it aloud to her"),
        required=False,
        max_length=120,
        help_text=_("A colleague or an interpreter, with the language. Leave it empty when she reads it herself."),
    )
    is_minor = _yes_no(_("Is she under 18?"))
    guardian = forms.CharField(
        label=_("If she is: her parent or guardian who signs with her"), required=False, max_length=120
    )
    guardian_is_avoided = _yes_no(
        _("If she is: is this parent or guardian somebody she must be kept safe from, or who hurt her?"),
        _("Ask her when she is alone. Without an answer there is no release."),
        required=False,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="", initial={"last_day": latest_day(today())})

    def clean_last_day(self) -> Any:
        day = self.cleaned_data["last_day"]
        self._told(check_last_day, day)
        return day

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if "is_minor" in told:
            try:
                check_guardian(
                    is_minor=bool(told["is_minor"]),
                    guardian=told.get("guardian", ""),
                    is_avoided=told.get("guardian_is_avoided"),
                )
            except NotNowError as error:
                field = "guardian_is_avoided" if told.get("guardian", "").strip() else "guardian"
                self.add_error(field, str(error))
        return told

    def paper(self) -> dict[str, Any]:
        """The answers as the services take them; of a grown woman nothing about a guardian is kept."""
        told = dict(self.cleaned_data)
        if not told["is_minor"]:
            told |= {"guardian": "", "guardian_is_avoided": None}
        return told

    @staticmethod
    def _told(check: Any, *args: Any) -> None:
        try:
            check(*args)
        except NotNowError as error:
            raise forms.ValidationError(str(error)) from error


class ShareForm(_Paper):
    """One recipient, one purpose."""

    organisation = forms.ChoiceField(label=_("Recipient"), error_messages={"required": _("Choose an organization.")})
    person = forms.ChoiceField(
        label=_("Only this person there"),
        required=False,
        help_text=_(
            "Without a name it holds for everybody of the organization who is on her team, and for nobody else."
        ),
    )
    purpose = forms.ChoiceField(label=_("What it is for"), error_messages={"required": _("Choose what it is for.")})
    classes = forms.MultipleChoiceField(
        label=_("What is shared"),
        widget=forms.CheckboxSelectMultiple(attrs=_BOX),
        error_messages={"required": _("Choose what is shared.")},
    )
    field_order = ("organisation", "person", "purpose", "classes")

    def __init__(
        self, data: Any = None, *, organisations: Sequence[tuple[str, str]], people: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(data)
        choices: dict[str, Sequence[tuple[str, str]]] = {
            "organisation": [("", str(_("Choose an organization"))), *organisations],
            "person": [("", str(_("Everybody of it who is on her team"))), *people],
            "purpose": [
                ("", str(_("Choose what it is for"))),
                *((one.code, one.words["en"]) for one in purposes().values()),
            ],
            "classes": [(one, class_words(one, "en")) for one in _every_class()],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]


class ListingForm(_Paper):
    """The exact words of a listing."""

    text = forms.CharField(
        label=_("The exact words of the listing"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("No name, no day, no place by which somebody could know her. A changed word needs a new yes."),
        error_messages={"required": _("Write the words she is asked about.")},
    )
    field_order = ("text",)

    def clean_text(self) -> str:
        """Browsers send each line's end as two characters; a text is kept with one."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


class SignForm(forms.Form):
    """Her signature: how, when, by whom; with the signed paper."""

    how = forms.ChoiceField(
        label=_("How did she say yes?"),
        choices=How.choices,
        widget=forms.RadioSelect(attrs=_RADIO),
        error_messages={"required": _("Choose how she said yes.")},
    )
    signed_on = _day(label=_("Day she signed, or said yes"))
    number = forms.CharField(
        label=_("Number on the signed paper"),
        required=False,
        max_length=20,
        help_text=_("It stands below the signatures. It shows that this is her paper, and not somebody else's."),
    )
    file = forms.FileField(
        label=_("The signed paper"),
        required=False,
        help_text=_("A PDF or a photo, up to 50 MB. It is sealed, and shown as a picture only."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"}),
        error_messages={"empty": _("This file is empty. Choose the signed paper.")},
    )
    witness = forms.ChoiceField(label=_("Only for a yes by voice: the second colleague who heard it"), required=False)
    by_her = forms.BooleanField(
        label=_("She knew what it says before she said yes, and nothing was made to depend on it."),
        error_messages={"required": _("Tick this only when it is so. Without it there is no yes.")},
    )
    by_guardian = forms.BooleanField(label=_("Her parent or guardian signed too."), required=False)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        people: Sequence[tuple[str, str]],
        is_minor: bool,
        too_large: bool = False,
    ) -> None:
        super().__init__(data, files, label_suffix="", initial={"signed_on": today()})
        self.too_large = too_large
        self.fields["witness"].choices = [("", str(_("Nobody"))), *people]  # type: ignore[attr-defined]
        if not is_minor:
            del self.fields["by_guardian"]

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data.get("file")
        if file and (file.size or 0) > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError(_("This file is larger than 50 MB. Choose a smaller one."))
        return file or None

    def clean(self) -> dict[str, Any]:
        """A body too large to be read is told as such, not as missing answers."""
        if self.too_large:
            self.errors.clear()
            self.add_error("file", _("This file is larger than 50 MB. Choose a smaller one."))
        return self.cleaned_data


def _every_class() -> list[str]:
    return list(dict.fromkeys(each for one in purposes().values() for each in one.classes))
