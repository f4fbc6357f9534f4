"""F-03: a worker is killed while it builds a packet. FICTIONAL: nobody named here exists. Prints one JSON object.

Writing papers takes a second, which two hundred times is minutes: so most builds get papers that the library wrote before,
put where it would write them. Every twentieth build is the library's own from beginning to end.
"""

import datetime as dt
import hashlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

from tests.faults import place
from tests.faults.killing import Tell, apart, doomed, steps_of

EVERY = 20
PAPERS = Path("written-before")


def _build(ids: dict[str, str], own: bool, tell: Tell) -> None:
    """Asks for a packet as the page does, then does the worker's job, in one process."""
    import vacatur
    from probono.accounts.selectors import account_by_id
    from probono.matters.jobs import build_packet
    from probono.matters.models import Matter, PacketBuild
    from probono.matters.services.packet import ask_for_packet

    matter, account = Matter.objects.get(pk=ids["matter"]), account_by_id(ids["account"])
    if account is None:
        raise AssertionError("the attorney is gone")
    later = dt.timedelta(minutes=3)  # what was left open stays so for two minutes
    for row in PacketBuild.objects.filter(matter=matter):
        PacketBuild.objects.filter(pk=row.pk).update(moved_at=row.moved_at - later)
    if not own:
        vacatur.bundle = lambda *words: shutil.copytree(place.var() / PAPERS, words[4])  # type: ignore[assignment]
    build = ask_for_packet(by=account, matter=matter, filing=False)
    build_packet.func(actor_id=ids["account"], matter_id=ids["matter"], build_id=str(build.pk))
    build.refresh_from_db()
    if build.state != "done":
        raise AssertionError(f"a build ended as {build.state}")
    tell(str(build.number))


def _write_before(ids: dict[str, str]) -> None:
    """The library's papers, once, as the site asks for them."""
    import vacatur

    real = vacatur.bundle

    def kept(*words: Any) -> Any:
        done = real(*words)
        shutil.copytree(words[4], place.var() / PAPERS)
        return done

    vacatur.bundle = kept
    _build(ids, True, lambda _line: None)


def _left(ids: dict[str, str]) -> dict[str, Any]:
    """Every packet that is listed, opened paper by paper; and what lies about."""
    from django.conf import settings

    from probono.audit.verify import verify
    from probono.matters.models import PacketBuild, Paper
    from probono.vault import files, janitor
    from probono.vault.fields import scope_of

    builds = list(PacketBuild.objects.filter(matter_id=ids["matter"]).order_by("number"))
    whole, contents = [], set()
    for build in builds:
        papers = list(Paper.objects.filter(build=build))
        if build.state != "done":
            whole.append(not papers)
            continue
        names = [(paper, name) for paper in papers for name in (paper.pdf, paper.word, paper.other) if name]
        hashes = sorted(hashlib.sha256(files.read(name, scope_of(paper))).hexdigest() for paper, name in names)
        whole.append(hashes == sorted(each["sha256"] for each in build.manifest["files"]))
        contents.add(tuple(hashes))
    swept = janitor.sweep(older_than=-1)
    return {
        "numbers": [build.number for build in builds],
        "done": [build.number for build in builds if build.state == "done"],
        "states": sorted({build.state for build in builds}),
        "whole": whole,
        "alike": len(contents),
        "workshops": _workshops(),
        "swept": [swept.parts, swept.orphans, swept.missing],
        "left": len([path for path in settings.VAULT_FILES.glob("??/*") if path.is_file()]),
        "named": _named(),
        "audit": [str(one) for one in verify().wrong if one.kind != "no head"],
    }


def _workshops() -> int:
    from probono.vault import workshop

    return sum(path.name.startswith(workshop.PREFIX) for path in workshop.place().iterdir())


def _named() -> int:
    from probono.matters.selectors import file_names

    return len({name for name in file_names() if name is not None})


def main() -> None:
    from probono.vault import workshop

    ids = place.started()
    workshop.MEMORY = Path(tempfile.mkdtemp(prefix="faults-", dir=workshop.MEMORY))
    try:
        _kill(ids)
    finally:
        shutil.rmtree(workshop.MEMORY)


def _kill(ids: dict[str, str]) -> None:
    apart(lambda: _write_before(ids))
    papers = place.var() / PAPERS
    aside = set(papers.rglob("*"))
    steps = {own: steps_of(lambda tell, own=own: _build(ids, own, tell)) for own in (False, True)}
    known, ends, lying, seen = set(aside), [], 0, place.seen(set(aside))
    for number, moment in enumerate(place.moments(steps[False]), start=1):
        own = number % EVERY == 0
        ends.append(doomed(lambda tell, own=own: _build(ids, own, tell), moment))
        seen += place.seen(known) if place.looks(number) else []
        lying += _workshops()
    last = doomed(lambda tell: _build(ids, True, tell), place.NEVER)
    answered = [int(word) for end in [*ends, last] for word in end.told]
    found = apart(lambda: _left(ids))
    place.told(steps=steps[False], **place.counted(ends), said=answered, seen=seen, interrupted=lying, **found)


if __name__ == "__main__":
    main()
