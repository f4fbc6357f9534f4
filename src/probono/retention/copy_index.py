"""What lies in a client's own copy: its files, and two indexes of them (a plain page and plain text) in her language.

The page is one file without script, style or anything from outside. Neither names her.
"""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from probono.consent.pages import her_page
from probono.consent.services.her_copy import left_out_of, papers_of
from probono.matters.pages.opened import printed_page
from probono.matters.services.her_copy import matter_of, pieces_of
from probono.retention.models import ClientCopy
from probono.ui.today import today
from probono.vault.zipped import Member

NAMES = {"en": ("index.html", "index.txt"), "es": ("indice.html", "indice.txt")}
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list; `path` leads to a file beside the index, `inner` is a list below it."""

    text: str
    path: str = ""
    inner: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, sentences, and a list."""

    heading: str
    said: list[str]
    entries: list[Entry] = field(default_factory=list)


def members_of(copy: ClientCopy) -> list[Member]:
    """Everything that goes into the archive, the indexes first. Files stay sealed until the archive is written."""
    with translation.override(copy.language):
        pieces = pieces_of(copy.matter_id, immigration=copy.immigration)
        papers = papers_of(copy.matter_id, copy.language)
        left_out = [*pieces.left_out, *left_out_of(copy.matter_id)]
        groups: list[tuple[str, Iterable[Any]]] = [
            (_("Your criminal record"), pieces.sheets),
            (_("Papers for the court"), pieces.papers),
            (_("What you have told us"), pieces.told),
            (_("What you signed"), papers),
        ]
        sections = [
            _first(),
            *_files(groups),
            _left_out(left_out),
            *_agreed(copy),
            *_opened(copy),
            _last(),
        ]
        title, (page, text) = _("Your file"), NAMES[copy.language]
        shown = {"title": title, "sections": sections, "language": copy.language}
        html = render_to_string("retention/copy_index.html", shown)
    found = [Member(page, html.encode()), Member(text, _as_text(title, sections).encode())]
    return found + [one.member for _heading, of_group in groups for one in of_group]


def _first() -> Section:
    said = [
        _("This is your copy of what we keep for you at %(program)s.") % {"program": settings.PROGRAM.organization},
        _("Your name is not on this page, but it is in the papers. Keep this copy where only you can find it."),
        _("If you have no safe place for it, leave it with us. You can have another copy at any time."),
    ]
    return Section(_("About this copy"), said)


def _files(groups: list[tuple[str, Iterable[Any]]]) -> Iterator[Section]:
    for heading, pieces in groups:
        entries = [Entry(one.title, one.member.path) for one in pieces]
        yield Section(heading, [] if entries else [_("There is nothing of this kind.")], entries)


def _left_out(sentences: list[str]) -> Section:
    return Section(_("What is not in this copy"), [], [Entry(one) for one in sentences])


def _agreed(copy: ClientCopy) -> Iterator[Section]:
    page = her_page(copy.matter_id, copy.language)
    entries = [
        Entry(f"{_who(one)}: {state}", inner=[*([one.purpose] if one.purpose else []), *one.classes])
        for kind in ("live", "over")
        for one in page[kind]
        for state in [_state(one.release)]
    ]
    said = [_("You can stop each of these at any time. You need no reason, and our help goes on.")]
    yield Section(_("What I said yes to"), said if entries else [_("You have said yes to nothing.")], entries)
    seen = [
        Entry(f"{date_format(one.day)}: {one.person} ({one.organisation}){_times(one.times)}", inner=one.what)
        for one in page["seen"]
    ]
    yield Section(_("Who outside our office saw your file"), [] if seen else [_("Nobody yet.")], seen)


def _opened(copy: ClientCopy) -> Iterator[Section]:
    matter = matter_of(copy.matter_id)
    if matter is None:
        return
    page = printed_page(matter, language=copy.language)
    said = [_("This is everybody who opened or changed your file, and when. You may ask for this list at any time.")]
    entries = [Entry(date_format(day), inner=[_act(act) for act in acts]) for day, acts in page["days"]]
    yield Section(_("Who opened my file"), said if entries else [_("Nobody has opened your file yet.")], entries)


def _last() -> Section:
    said = [
        _("If somebody on these lists should not be there, tell us. You do not have to give a reason."),
        _("This copy was made on %(day)s.") % {"day": date_format(today())},
    ]
    return Section(_("If something is wrong"), said)


def _who(card: Any) -> str:
    return str(card.recipient or _("The exact words of a listing"))


def _state(release: Any) -> str:
    if release.stopped_at:
        return _("stopped on %(day)s") % {"day": date_format(timezone.localdate(release.stopped_at))}
    if release.is_live and release.closes_at:
        return _("ends on %(day)s") % {"day": date_format(timezone.localtime(release.closes_at), "DATETIME_FORMAT")}
    words = _("holds through %(day)s") if release.is_live else _("ran out on %(day)s")
    return words % {"day": date_format(release.ended_on)}


def _act(act: Any) -> str:
    line = act.first
    who = f"{line.person} ({line.organisation})" if line.organisation else line.person
    what = f"{line.done}: {line.what}" if line.what else line.done
    reason = _(" Reason: %(reason)s.") % {"reason": line.reason} if line.reason else ""
    refused = (
        _("This was refused: nothing was shown.") if line.refused else _("This did not work: nothing was changed.")
    )
    went = "" if line.went else f" {refused}"
    return f"{time_format(timezone.localtime(line.at).time())}: {who}. {what}{_times(act.times)}.{reason}{went}"


def _times(count: int) -> str:
    if count < 2:
        return ""
    return ", " + ngettext("%(n)s time", "%(n)s times", count) % {"n": count}


def _as_text(title: str, sections: list[Section]) -> str:
    """The same for a reader without a browser."""
    return "\n".join([title, "=" * len(title), *(line for one in sections for line in _section(one))]) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield from ("", section.heading, "-" * len(section.heading))
    for sentence in section.said:
        yield textwrap.fill(sentence, WIDTH)
    for entry in section.entries:
        yield _item(entry.text, 0)
        if entry.path:
            yield f"    {entry.path}"
        yield from (_item(one, 4) for one in entry.inner)


def _item(text: str, indent: int) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=f"{' ' * indent}- ", subsequent_indent=f"{' ' * indent}  ")
