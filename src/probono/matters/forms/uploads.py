"""Upload forms: a RAP sheet, and a Word file somebody edited."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from probono.matters.models import Holders


class _FileForm(forms.Form):
    """A form with one file, refused by size before it is read."""

    def __init__(self, data: Any = None, files: Any = None, *, too_large: bool = False) -> None:
        super().__init__(data, files, label_suffix="")
        self.too_large = too_large

    def clean(self) -> dict[str, Any]:
        """A file too large to be read is told as such, not as a missing one."""
        if self.too_large:
            self.errors.pop("file", None)
            self.add_error("file", large_sentence())
        return self.cleaned_data


class SheetForm(_FileForm):
    """The California Department of Justice sheet."""

    file = forms.FileField(
        label=_("RAP sheet"),
        help_text=_("A PDF with text in it, or a text file, up to 50 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.txt,application/pdf,text/plain"}),
        error_messages={
            "required": _("Choose the file with the RAP sheet."),
            "empty": _("This file is empty. Choose the file with the RAP sheet."),
        },
    )

    same_person = forms.BooleanField(label=_("It is the same client's sheet: I have checked."), required=False)
    asks_same_person = False

    def clean_file(self) -> UploadedFile:
        return _checked(self.cleaned_data["file"])


class HoldersForm(forms.Form):
    """Who may hold a copy of the sheet."""

    holders = forms.ChoiceField(label=_("Who may hold a copy"), choices=Holders.choices)

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, label_suffix="", **more)


class WordForm(_FileForm):
    """A paper as somebody edited it in Word."""

    file = forms.FileField(
        label=_("Edited Word file"),
        help_text=_("The .docx file you changed. It is kept as it is; a new packet never writes over it."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={"required": _("Choose the Word file you edited."), "empty": _("This file is empty.")},
    )

    def clean_file(self) -> UploadedFile:
        return _checked(self.cleaned_data["file"])


def large_sentence() -> str:
    """Said before a byte of the file is read."""
    return str(_("This file is larger than 50 MB. Choose a smaller one, or split it."))


def _checked(file: UploadedFile) -> UploadedFile:
    if (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        raise forms.ValidationError(large_sentence())
    return file
