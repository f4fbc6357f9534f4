"""F-01: a web process is killed while it saves facts. FICTIONAL: nobody named here exists. Prints one JSON object."""

from typing import Any

from tests.faults import place
from tests.faults.killing import Tell, apart, doomed, steps_of


def post(ids: dict[str, str], word: str) -> bool:
    """One save as the page does it, through the whole site. Whether she was told that it was kept."""
    from probono.matters.models import FactSheet

    newest = FactSheet.objects.filter(matter_id=ids["matter"]).order_by("-number").values_list("number", flat=True)[0]
    sent = {"based_on": newest, "name": word, "organization": "Bramblewood & Finch LLP"}
    answer = place.browser(ids).post(f"/matters/{ids['matter']}/facts/counsel/", sent)
    return bool(answer.status_code == 302)


def _saves(ids: dict[str, str], number: int, tell: Tell) -> None:
    for turn in range(2):
        word = f"Attorney {number}-{turn}"
        if not post(ids, word):
            raise AssertionError("a save was refused")
        tell(word)


def left(ids: dict[str, str]) -> dict[str, Any]:
    from probono.audit.models import Entry
    from probono.audit.verify import verify
    from probono.matters.models import FactSheet, ImmigrationScreening, ScreeningVersion

    sheets = list(FactSheet.objects.filter(matter_id=ids["matter"]).order_by("number"))
    findings = [
        sorted(
            str(row.facts_id) for row in kind.objects.exclude(facts=None).select_related(None) if row.document["items"]
        )
        for kind in (ScreeningVersion, ImmigrationScreening)
    ]
    kept = sorted(str(sheet.pk) for sheet in sheets)
    return {
        "words": [sheet.document["counsel"].get("name", "") for sheet in sheets],
        "numbers": [sheet.number for sheet in sheets],
        "screened": all(set(kept) == set(found) for found in findings),
        "rows": Entry.objects.filter(route="matters:facts-part", outcome="done").count(),
        "audit": [str(one) for one in verify().wrong if one.kind != "no head"],
    }


def main() -> None:
    ids = place.started()
    steps = steps_of(lambda tell: _saves(ids, 0, tell))
    known: set[Any] = set()
    ends, seen = [], place.seen(known)
    for number, moment in enumerate(place.moments(steps), start=1):
        ends.append(doomed(lambda tell, number=number: _saves(ids, number, tell), moment))
        seen += place.seen(known) if place.looks(number) else []
    answered = ["Attorney 0-0", "Attorney 0-1", *(word for end in ends for word in end.told)]
    place.told(steps=steps, **place.counted(ends), said=answered, seen=seen, **apart(lambda: left(ids)))


if __name__ == "__main__":
    main()
