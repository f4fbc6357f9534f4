"""The forms of the facts: petitioner, counsel, status, periods of victimization, one form per item."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.matters.forms.base import Attested, FactForm, plain
from probono.matters.forms.fields import Lines, PastDay, Words, YesNoUnknown

KINDS = (
    ("trafficking", _("Human trafficking (Penal Code 236.14)")),
    ("intimate_partner_violence", _("Intimate partner violence (Penal Code 236.15)")),
    ("sexual_violence", _("Sexual violence (Penal Code 236.15)")),
)
LANGUAGES = (("", _("Not known yet")), ("en", _("English")), ("es", _("Spanish")), ("other", _("Another language")))
LEVELS = (("", _("As on the sheet")), ("F", _("Felony")), ("M", _("Misdemeanor")), ("I", _("Infraction")))
RESULTS = (
    ("", _("As on the sheet")),
    ("convicted", _("Convicted")),
    ("adjudged", _("Adjudged in juvenile court")),
    ("dismissed", _("Dismissed")),
    ("acquitted", _("Acquitted")),
)
PROBATION = (
    ("", _("Not known yet")),
    ("fulfilled", _("Its conditions were fulfilled")),
    ("discharged_early", _("Discharged early")),
    ("not_fulfilled", _("Not fulfilled")),
)
ENHANCEMENT = (
    ("charged", _("Charged")),
    ("found_true", _("Found true")),
    ("admitted", _("Admitted")),
    ("not_found_true", _("Found not true")),
    ("stricken", _("Stricken")),
    ("dismissed", _("Dismissed")),
)
ENDED = (("", _("It goes on, or the day is above")), ("unknown", _("It has ended, on a day nobody can name")))
SOUGHT = (
    ("", _("Not known yet")),
    ("day", _("Yes, on this day")),
    ("never", _("She has never sought services")),
)


class PetitionerForm(Attested):
    """Who asks. The full name stands only in the confidential identification sheet."""

    name = forms.CharField(label=_("Full legal name"), required=False, max_length=200)
    also_known_as = Lines(label=_("Other names"), help_text=_("One a line, as they stand on the sheet."))
    initials = forms.CharField(
        label=_("Initials for public papers"), help_text=_("For example M.A.V."), required=False, max_length=20
    )
    language = forms.ChoiceField(label=_("Language she reads best"), choices=LANGUAGES, required=False)
    birth_date = PastDay(label=_("Date of birth"))
    field_order = ("name", "also_known_as", "initials", "language", "birth_date", "source", "approved")

    def clean_initials(self) -> str:
        text = str(self.cleaned_data["initials"]).strip()
        if text and not re.fullmatch(r"(?:[^\W\d_]\.[ -]?){1,3}[^\W\d_]\.", text):
            raise forms.ValidationError(_("Write two to four letters, each with a period, like M.A.V."))
        return text


class CounselForm(FactForm):
    """The attorney on line 1 of every pleading."""

    name = forms.CharField(label=_("Attorney's name"), required=False, max_length=200)
    bar_number = forms.CharField(label=_("State Bar number"), required=False, max_length=20)
    organization = forms.CharField(label=_("Firm or organization"), required=False, max_length=200)
    address = Lines(label=_("Address"), help_text=_("As it should stand on the paper, one line each."))
    phone = forms.CharField(label=_("Telephone"), required=False, max_length=40)
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        error_messages={"invalid": _("This is not an e-mail address. Check it for a slip.")},
    )


class StatusForm(Attested):
    """Where she stands today; several remedies ask for it."""

    on_probation = YesNoUnknown(label=_("Is she on probation now?"))
    serving_sentence = YesNoUnknown(label=_("Is she serving a sentence now?"))
    charged = YesNoUnknown(label=_("Is any criminal charge pending against her, anywhere?"))
    other_victimization = YesNoUnknown(
        label=_("Was she also a victim in a way of which no period is told here?"),
        help_text=_("Of trafficking, intimate partner violence or sexual violence. If yes, add the period."),
    )
    field_order = ("on_probation", "serving_sentence", "charged", "other_victimization", "source", "approved")


class ImmigrationForm(FactForm):
    """Kept in the immigration file, apart from the rest."""

    noncitizen = YesNoUnknown(label=_("Is she a noncitizen?"))


class VictimizationForm(Attested):
    """One period. It decides which items can be asked for."""

    kind = forms.ChoiceField(label=_("What happened to her"), choices=KINDS)
    start = PastDay(label=_("From"))
    end = PastDay(label=_("To"), help_text=_("Leave this empty if it still goes on."))
    ended = forms.ChoiceField(label=_("If no day is given for its end"), choices=ENDED, required=False)
    at_least_until = PastDay(
        label=_("Until when, at least, it went on"), help_text=_("Only if it ended on a day nobody can name.")
    )
    sought = forms.ChoiceField(label=_("Has she sought services as a victim?"), choices=SOUGHT, required=False)
    sought_on = PastDay(label=_("The day she first sought services"))
    account = Words(label=_("What happened, in her own words"), rows=10)
    why_now = Words(
        label=_("Why the petition comes now"), help_text=_("Needed under Penal Code 236.15, in her own words."), rows=4
    )
    why_confidential = Words(label=_("What an open court file would do to her"), rows=4)
    evidence = Lines(label=_("Evidence"), help_text=_("One document or witness a line."))
    field_order = (
        *(
            "kind",
            "start",
            "end",
            "ended",
            "at_least_until",
            "sought",
            "sought_on",
            "account",
            "why_now",
            "why_confidential",
            "evidence",
        ),
        *("source", "approved"),
    )
    plain_fields = ("based_on", "start", "end", "sought", "sought_on")

    def __init__(self, *args: Any, part: dict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, part=part, **kwargs)
        sought = self.part.get("sought_services")
        self.initial = {
            **self.initial,
            "start": self.part.get("from"),
            "end": self.part.get("to"),
            "sought": "never" if sought == "never" else ("day" if sought else ""),
            "sought_on": None if sought == "never" else sought,
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        start, end = data.get("start"), data.get("end")
        if start and end and end < start:
            self.add_error("end", _("The period ends before it begins. Check both days."))
        least = data.get("at_least_until")
        if end and data.get("ended"):
            self.add_error("ended", _("A day is given for its end. Take the day out, or choose the other answer."))
        if least and not data.get("ended"):
            self.add_error("at_least_until", _("This is only for a period that ended on a day nobody can name."))
        if start and least and least < start:
            self.add_error("at_least_until", _("This day is before the period begins. Check both days."))
        if data.get("sought") == "day" and not data.get("sought_on") and "sought_on" not in self.errors:
            self.add_error("sought_on", _("Write the day, or choose another answer above."))
        return data

    def changed_part(self) -> dict[str, Any]:
        kept = {
            name: value
            for name, value in super().changed_part().items()
            if name not in ("from", "to", "sought_services")
        }
        data = self.cleaned_data
        sought = {"never": "never", "day": plain(data.get("sought_on"))}.get(data.get("sought") or "")
        found = {"from": plain(data.get("start")), "to": plain(data.get("end")), "sought_services": sought}
        return kept | {name: value for name, value in found.items() if value}


class EnhancementForm(forms.Form):
    """One enhancement that was charged with the count."""

    section = forms.CharField(label=_("Section"), required=False, max_length=20)
    status = forms.ChoiceField(label=_("What became of it"), choices=ENHANCEMENT, required=False)


class NexusForm(Attested):
    """What she says of one item. The court decides."""

    offense_date = PastDay(
        label=_("The day of the act"), help_text=_("The sheet gives arrest and court dates, not the day of the act.")
    )
    prosecutor = forms.ChoiceField(label=_("Which office prosecuted"), required=False)
    direct_result = YesNoUnknown(
        label=_("Was it a direct result of what was done to her?"), help_text=_("What she says; the court decides.")
    )
    account = Words(label=_("How it came about, in her own words"), rows=8)
    evidence = Lines(label=_("Evidence"), help_text=_("One document or witness a line."))
    probation_outcome = forms.ChoiceField(label=_("How probation ended"), choices=PROBATION, required=False)
    probation_ended = PastDay(label=_("The day probation ended"))
    limitations_run = YesNoUnknown(label=_("Has the time to file charges run out?"))
    can_be_refiled = YesNoUnknown(label=_("Can the charge still be filed again?"))
    section = forms.CharField(
        label=_("Section, where the sheet leaves it open"),
        help_text=_("From the complaint or the docket."),
        required=False,
    )
    result = forms.ChoiceField(label=_("How the count ended"), choices=RESULTS, required=False)
    conviction_level = forms.ChoiceField(label=_("Level of conviction"), choices=LEVELS, required=False)
    occupied_residence_proved = YesNoUnknown(
        label=_("Burglary: was it pleaded and proved that another person was in the residence?")
    )
    drugged_victim_proved = YesNoUnknown(label=_("Was it pleaded and proved that the victim was drugged?"))
    gang_felony = YesNoUnknown(label=_("Was it a felony under the criminal street gang law?"))
    life_term = YesNoUnknown(label=_("Is it punishable by death or life in prison?"))
    county = forms.CharField(
        label=_("County, where the court or agency is not known here"), required=False, max_length=40
    )
    combined_with = forms.CharField(
        label=_("If the prosecutor combined it with another case: that case's number"), required=False, max_length=40
    )
    enhanced = YesNoUnknown(
        label=_("Was any enhancement charged with this count?"),
        help_text=_("The complaint and the minutes tell. Name each below."),
    )
    counsel_cleared = YesNoUnknown(
        label=_("Where the findings leave a question of law: has counsel answered it, and is the item to be asked for?")
    )
    field_order = (
        *("offense_date", "direct_result", "account", "evidence", "prosecutor", "probation_outcome", "probation_ended"),
        *("limitations_run", "can_be_refiled", "section", "result", "conviction_level", "occupied_residence_proved"),
        *(
            "drugged_victim_proved",
            "gang_felony",
            "life_term",
            "county",
            "combined_with",
            "enhanced",
            "counsel_cleared",
        ),
        *("source", "approved"),
    )
    first_fields = ("offense_date", "direct_result", "account", "evidence")
    record_fields = ("prosecutor", "probation_outcome", "probation_ended", "section", "result", "conviction_level")
    rare_fields = (
        *("limitations_run", "can_be_refiled", "occupied_residence_proved", "drugged_victim_proved"),
        *("gang_felony", "life_term", "county", "combined_with", "counsel_cleared", "enhanced"),
    )
    plain_fields = ("based_on", "enhanced")

    def __init__(
        self, *args: Any, prosecutors: Sequence[tuple[str, str]] = (), known_days: Sequence[dt.date] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known_days = known_days
        if "enhancements" in self.part:
            self.initial["enhanced"] = bool(self.part["enhancements"])
        self.fields["prosecutor"].choices = [("", _("Not known yet")), *prosecutors]  # type: ignore[attr-defined]

    def clean_offense_date(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["offense_date"]
        if day and any(day > known for known in self.known_days):
            raise forms.ValidationError(_("This day is later than the arrest or court date on the sheet. Check both."))
        return day

    def clean_section(self) -> str:
        text = str(self.cleaned_data["section"]).strip()
        if text and not re.fullmatch(r"\d{1,5}(\.\d{1,3})?(\([0-9A-Za-z]{1,3}\))*", text):
            raise forms.ValidationError(_("Write the section only, like 647(b) or 288(a)."))
        return text

    def group(self, names: Sequence[str]) -> list[forms.BoundField]:
        """Fields of one part of the page."""
        return [self[name] for name in names]

    @property
    def first(self) -> list[forms.BoundField]:
        return self.group(self.first_fields)

    @property
    def record(self) -> list[forms.BoundField]:
        return self.group(self.record_fields)

    @property
    def rare(self) -> list[forms.BoundField]:
        return self.group(self.rare_fields)

    def asks_rarely(self, missing: Sequence[dict[str, Any]]) -> bool:
        """Whether one of the rare questions is answered, wrong, or asked for by the findings, so that they stand open."""
        wanted = {str(each["key"]).rsplit(".", 1)[-1] for each in missing}
        return any(
            name in self.part or name in self.errors or name in wanted for name in (*self.rare_fields, "enhancements")
        )

    @property
    def attested(self) -> list[forms.BoundField]:
        return self.group(("source", "approved"))


class _Enhancements(forms.BaseFormSet[EnhancementForm]):
    default_error_messages = {
        "missing_management_form": _("This form did not arrive whole. Open the page again and fill it in once more.")
    }


EnhancementFormSet = forms.formset_factory(EnhancementForm, formset=_Enhancements, extra=2, max_num=12)
