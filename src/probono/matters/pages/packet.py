"""The packet tab: builds, papers, what is missing, and the Word files people edited."""

from typing import TYPE_CHECKING, Any

from django.http import Http404

from probono.accounts import gate
from probono.matters import policies, selectors
from probono.matters.models import BuildState, FactSheet, Matter, PacketBuild, Paper, WordEdit
from probono.matters.pages.frame import frame
from probono.matters.pages.missing import missing_groups

if TYPE_CHECKING:
    from probono.accounts.models import Account


def packet_page(actor: "Account", matter: Matter, number: int | None = None) -> dict[str, Any]:
    """The newest packet, or the one asked for, and the list of all."""
    builds = list(gate.visible(actor, PacketBuild).filter(matter=matter).order_by("-number").select_related("made_by"))
    newest = builds[0] if builds else None
    done = next((each for each in builds if each.state == BuildState.DONE), None)
    shown = next((each for each in builds if each.number == number), None) if number else (done or newest)
    return frame(actor, matter, "packet") | {
        "builds": builds,
        "newest": newest,
        "shown": shown,
        "papers": _papers(actor, matter, shown),
        "data": list(gate.visible(actor, Paper).filter(build=shown, other__isnull=False).order_by("position"))
        if shown
        else [],
        **_missing(actor, matter, shown, newest),
        "is_old": shown is not None and selectors.is_outdated(shown),
        "can_build": policies.build_can(actor, matter),
        "can_give_word": shown is not None and policies.give_word_can(actor, matter, shown),
        "can_change": policies.change_facts_can(actor, matter),
    }


def _missing(actor: "Account", matter: Matter, shown: PacketBuild | None, newest: PacketBuild | None) -> dict[str, Any]:
    """What the packet shown misses, and what kept the newest one from being built for filing."""
    rows = selectors.items_of(actor, matter)
    facts = selectors.newest(actor, matter, FactSheet)
    periods = len(facts.document["victimizations"]) if facts else None
    missing, refused = _missing_of(shown), _missing_of(newest) if newest and newest.failed else []
    return {
        "missing": missing,
        "missing_groups": missing_groups(matter, missing, rows, periods=periods),
        "refused_groups": missing_groups(matter, refused, rows, periods=periods),
    }


def _missing_of(build: PacketBuild | None) -> list[dict[str, Any]]:
    return (build.manifest or {}).get("missing", []) if build else []


def paper_for(actor: "Account", matter: Matter, pk: Any) -> Paper:
    """One paper of a matter, or "no such page"."""
    paper = gate.get(actor, Paper, pk)
    if paper.matter_id != matter.pk:
        raise Http404
    return paper


def _papers(actor: "Account", matter: Matter, build: PacketBuild | None) -> list[dict[str, Any]]:
    """Each paper with the edited Word files that go with it, newest first; they outlive every rebuild."""
    if build is None:
        return []
    edits: dict[str, list[WordEdit]] = {}
    for edit in (
        gate.visible(actor, WordEdit).filter(matter=matter).order_by("-number").select_related("made_by", "based_on")
    ):
        edits.setdefault(edit.slot, []).append(edit)
    papers = gate.visible(actor, Paper).filter(build=build, other__isnull=True).order_by("position")
    found = [{"paper": paper, "title": paper.title, "edits": edits.pop(paper.slot, [])} for paper in papers]
    return found + [{"paper": None, "title": left[0].title, "edits": left} for left in edits.values()]
