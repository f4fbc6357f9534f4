"""The facts tab: forms, versions, the picture."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.matters.forms.base import keep_approval
from probono.matters.models import FactSheet, ImmigrationSheet, ItemRow, Matter, ScreeningVersion
from probono.ui.today import today

pytestmark = pytest.mark.django_db

PERIOD = {
    "based_on": "0",
    "kind": "trafficking",
    "start": "2012-01-01",
    "end": "2015-06-30",
    "sought": "day",
    "sought_on": "2016-03-01",
    "account": "I was told to.",
    "evidence": "Declaration of petitioner\nLetter of the shelter",
    "source": "Client, interview of 2026-02-11",
    "approved": "yes",
}


def _item(matter: Matter, section: str = "647(b)") -> str:
    return ItemRow.objects.filter(matter=matter, section=section).order_by("position")[0].item_key


def _newest() -> dict[str, Any]:
    document: dict[str, Any] = FactSheet.objects.order_by("-number")[0].document
    return document


def _nexus(**changes: str) -> dict[str, str]:
    formset = {"enhancements-TOTAL_FORMS": "0", "enhancements-INITIAL_FORMS": "0"}
    return {"based_on": "0", "source": "Client, interview of 2026-03-04", **formset, **changes}


def test_a_period_is_kept_as_the_library_takes_it(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    answer = as_(avery).post(f"{urls.facts}periods/new/", PERIOD, follow=True)

    assert "Saved. The findings were made anew." in answer.content.decode()
    assert _newest()["victimizations"] == [
        {
            "kind": "trafficking",
            "from": "2012-01-01",
            "to": "2015-06-30",
            "sought_services": "2016-03-01",
            "account": "I was told to.",
            "evidence": ["Declaration of petitioner", "Letter of the shelter"],
            "source": "Client, interview of 2026-02-11",
            "approved": True,
        }
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"end": "2011-01-01"}, "The period ends before it begins."),
        ({"start": "2011-13-40"}, "Write the day as month, day and year"),
        ({"start": (today() + dt.timedelta(days=2)).isoformat()}, "This day has not come yet."),
        ({"sought_on": ""}, "Write the day, or choose another answer above."),
        ({"ended": "unknown"}, "A day is given for its end."),
        ({"at_least_until": "2014-05-01"}, "only for a period that ended on a day nobody can name"),
        ({"end": "", "ended": "unknown", "at_least_until": "2011-05-01"}, "This day is before the period begins."),
    ],
)
def test_a_wrong_period_is_told_in_a_sentence_and_not_kept(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, changes: dict[str, str], sentence: str
) -> None:
    answer = as_(avery).post(f"{urls.facts}periods/new/", PERIOD | changes)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "I was told to." in answer.content.decode()
    assert not FactSheet.objects.exists()


def test_a_period_that_goes_on_has_no_end(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    as_(avery).post(f"{urls.facts}periods/new/", PERIOD | {"end": "", "sought": "never", "sought_on": ""})

    kept = _newest()["victimizations"][0]
    assert "to" not in kept
    assert kept["sought_services"] == "never"


def test_a_period_is_changed_in_a_new_version_and_the_old_one_stays(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    browser.post(f"{urls.facts}periods/new/", PERIOD)

    browser.post(f"{urls.facts}periods/1/", PERIOD | {"based_on": "1", "end": "2016-01-01"})

    ends = [sheet.document["victimizations"][0]["to"] for sheet in FactSheet.objects.order_by("number")]
    assert ends == ["2015-06-30", "2016-01-01"]


def test_a_period_is_taken_out_and_the_earlier_version_keeps_it(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    browser = as_(avery)
    browser.post(f"{urls.facts}periods/new/", PERIOD)

    browser.post(f"{urls.facts}periods/1/remove/", {"based_on": "²"})
    browser.post(f"{urls.facts}periods/1/remove/", {"based_on": "1"})

    assert [len(sheet.document["victimizations"]) for sheet in FactSheet.objects.order_by("number")] == [1, 0]
    assert browser.get(f"{urls.facts}periods/1/").status_code == 404


def test_two_people_saving_at_once_lose_nothing(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    first, second = as_(avery), as_(avery)
    first.post(f"{urls.facts}periods/new/", PERIOD)

    answer = second.post(f"{urls.facts}periods/new/", PERIOD | {"account": "Told by the second."})

    assert answer.status_code == 422
    assert "Nothing was overwritten" in answer.content.decode()
    assert "Told by the second." in answer.content.decode()
    assert FactSheet.objects.count() == 1


@pytest.mark.parametrize("name", ["petitioner", "counsel", "status"])
def test_each_part_has_its_form(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, name: str) -> None:
    page = as_(avery).get(f"{urls.facts}{name}/")

    assert page.status_code == 200
    assert 'name="based_on" value="0"' in page.content.decode()


def test_the_petitioner_is_kept(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    as_(avery).post(
        f"{urls.facts}petitioner/",
        {
            "based_on": "0",
            "name": "Marisol Aranda Vega",
            "initials": "M.A.V.",
            "also_known_as": "Mari Luz Vega",
            "approved": "",
        },
    )

    assert _newest()["petitioner"] == {
        "name": "Marisol Aranda Vega",
        "initials": "M.A.V.",
        "also_known_as": ["Mari Luz Vega"],
    }


def test_unknown_is_kept_apart_from_no(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    as_(avery).post(f"{urls.facts}status/", {"based_on": "0", "on_probation": "no", "charged": ""})

    assert _newest()["status"] == {"on_probation": False}


def test_an_answer_about_an_item_changes_the_findings(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    browser, before = as_(avery), ScreeningVersion.objects.count()

    answer = browser.post(
        f"{urls.facts}items/{_item(with_sheet)}/",
        _nexus(offense_date="2013-07-19", direct_result="yes", account="He told me to."),
        follow=True,
    )

    assert answer.status_code == 200
    assert _newest()["nexus"][_item(with_sheet)]["direct_result"] is True
    assert ScreeningVersion.objects.count() == before + 1


def test_a_day_after_the_arrest_is_refused(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    answer = as_(avery).post(f"{urls.facts}items/{_item(with_sheet)}/", _nexus(offense_date="2020-01-01"))

    assert answer.status_code == 422
    assert "later than the arrest or court date on the sheet" in answer.content.decode()
    assert not FactSheet.objects.exists()


def test_enhancements_are_kept(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    rows = {
        "enhancements-TOTAL_FORMS": "2",
        "enhancements-0-section": "12022.7",
        "enhancements-0-status": "stricken",
        "enhancements-1-section": "",
        "enhancements-1-status": "charged",
    }
    as_(avery).post(f"{urls.facts}items/{_item(with_sheet)}/", _nexus(**rows))

    assert _newest()["nexus"][_item(with_sheet)]["enhancements"] == [{"section": "12022.7", "status": "stricken"}]


def test_that_no_enhancement_was_charged_is_an_answer_and_not_a_blank(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    place = f"{urls.facts}items/{_item(with_sheet)}/"
    none = {"enhancements-TOTAL_FORMS": "0", "enhancements-INITIAL_FORMS": "0"}

    as_(avery).post(place, _nexus(**none, enhanced="no"))
    assert _newest()["nexus"][_item(with_sheet)]["enhancements"] == []

    as_(avery).post(place, _nexus(**none, enhanced="", based_on="1"))
    assert "enhancements" not in _newest()["nexus"][_item(with_sheet)]


def test_a_period_that_ended_on_an_unknown_day_is_kept_so(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    ended = PERIOD | {"end": "", "ended": "unknown", "at_least_until": "2014-05-01"}

    as_(avery).post(f"{urls.facts}periods/new/", ended)

    (kept,) = _newest()["victimizations"]
    assert (kept["ended"], kept["at_least_until"], "to" in kept) == ("unknown", "2014-05-01", False)


def test_what_a_form_does_not_ask_is_kept(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    document = sheet.document | {"petitioner": sheet.document["petitioner"] | {"of_later": "kept"}}
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=document)

    as_(avery).post(f"{urls.facts}petitioner/", {"based_on": str(sheet.number + 1), "name": "Marisol Aranda"})

    assert _newest()["petitioner"]["of_later"] == "kept"


def test_an_item_that_is_not_there_is_no_page(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    assert as_(avery).get(f"{urls.facts}items/nothing/").status_code == 404
    assert as_(avery).get(f"{urls.facts}nothing/").status_code == 404


def test_the_page_shows_the_periods_the_picture_and_the_table(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    page = as_(avery).get(urls.facts).content.decode()

    assert '<rect class="bar bar--trafficking"' in page
    assert page.count('class="dot dot--') >= 5
    assert "inside" in page
    assert "outside" in page


def test_status_is_kept_in_the_immigration_file_alone(with_facts: Matter) -> None:
    assert "noncitizen" not in _newest()["status"]
    assert ImmigrationSheet.objects.get().document == {"noncitizen": True}


def test_the_team_sees_nothing_of_the_immigration_file(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    browser = as_(avery)

    assert "Noncitizen" not in browser.get(urls.facts).content.decode()
    assert browser.get(f"{urls.facts}immigration/").status_code == 404


def test_the_immigration_attorney_writes_her_file(
    as_: Callable[[Any], Client], elif_: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    answer = as_(elif_).post(f"{urls.facts}immigration/", {"based_on": "0", "noncitizen": "yes"}, follow=True)

    assert "Noncitizen" in answer.content.decode()
    assert ImmigrationSheet.objects.get().document == {"noncitizen": True}


def test_the_advocate_reads_the_facts_and_cannot_change_them(
    as_: Callable[[Any], Client], frankie: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    browser = as_(frankie)

    assert "Add a period" not in browser.get(urls.facts).content.decode()
    assert browser.get(f"{urls.facts}petitioner/").status_code == 404
    assert browser.post(f"{urls.facts}periods/new/", PERIOD).status_code == 404


def test_answers_about_items_a_newer_sheet_lacks_are_kept_and_told(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    sheet = FactSheet.objects.order_by("-number")[0]
    nexus = sheet.document["nexus"] | {"gone": {"direct_result": True}}
    FactSheet.objects.create(matter=with_facts, number=sheet.number + 1, document=sheet.document | {"nexus": nexus})

    assert (
        "One answer belongs to an item that the newest sheet does not show."
        in as_(avery).get(urls.facts).content.decode()
    )


def test_an_approval_ends_when_what_she_says_changes() -> None:
    before = {"account": "He took it.", "approved": True, "prosecutor": "a", "source": "Client"}

    assert "approved" not in keep_approval(before, before | {"account": "I took it."})
    assert keep_approval(before, before | {"prosecutor": "b"})["approved"] is True
    assert keep_approval(before, dict(before))["approved"] is True
    assert keep_approval({}, before)["approved"] is True


def test_the_page_says_that_her_approval_was_taken_off(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    browser = as_(avery)
    browser.post(f"{urls.facts}periods/new/", PERIOD)
    changed = PERIOD | {"account": "Words that nobody has read to her.", "based_on": "1"}

    page = browser.post(f"{urls.facts}periods/1/", changed, follow=True).content.decode()

    assert "her approval was taken off" in page
    assert "approved" not in FactSheet.objects.latest("number").document["victimizations"][0]
