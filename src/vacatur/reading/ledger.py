"""Where every line goes: understood, unread, or set apart. Nothing read is lost."""

from vacatur.reading.lines import Line
from vacatur.reading.set_apart import sensitive
from vacatur.records.record import SetApart, SetApartKind, UnreadLine
from vacatur.records.source import Source

NOTHING_READ = "Nothing on page {page} could be read as part of the record. Please look at that page."


class Ledger:
    """One mark for each line. A line is understood unless someone says otherwise; set apart outweighs unread.

    `now` is the place in `lines` of the line in hand; `bare` holds the places of lines with nothing but furniture or marks.
    """

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.unread: dict[int, bool] = {}
        self.bare: set[int] = set()
        self.kinds: dict[int, SetApartKind] = {}
        self.warnings: list[str] = []
        self.banners: list[str] = []
        self.now = -1

    def sensitive_here(self, text: str) -> SetApartKind | None:
        """Why the text, a part of the line in hand, must be set apart; `None` when nothing in it says so."""
        return sensitive(text) if self.lines[self.now].hint else None

    def leave(self) -> None:
        """The line in hand is not understood."""
        self.unread[self.now] = True

    def apart(self, kind: SetApartKind, index: int | None = None) -> None:
        """The line in hand (or an earlier one) may not be shown."""
        self.kinds[self.now if index is None else index] = kind

    def warn(self, sentence: str) -> None:
        """Tell the reader of the record something, once, with none of the client's facts."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def warn_here(self, sentence: str) -> None:
        """A warning about the line in hand; `{place}` becomes its page and line."""
        source = self.lines[self.now].source
        self.warn(sentence.format(place=f"page {source.page}, line {source.line}"))

    def banner(self, text: str) -> None:
        """Keep the words of a banner."""
        if text and text not in self.banners:
            self.banners.append(text)

    def read_lines(self) -> tuple[Source, ...]:
        """The places of all lines that were understood."""
        unread, kinds = self.unread, self.kinds
        return tuple(
            [line.source for index, line in enumerate(self.lines) if index not in unread and index not in kinds]
        )

    def settle(self) -> None:
        """Set apart what was left unread and is sensitive, and tell of pages that gave nothing. To be called once, after the last line."""
        for index in self.unread:
            kind = sensitive(self.lines[index].text) if self.lines[index].hint else None
            if kind is not None and index not in self.kinds:
                self.kinds[index] = kind
        self._tell_empty_pages()

    def _tell_empty_pages(self) -> None:
        """A page with words, but none that say anything of the record: a picture with a footer below it, or text out of order."""
        nothing = self.bare | self.unread.keys()
        silent = {self.lines[index].source.page for index in nothing}
        for index, line in enumerate(self.lines):
            if not silent:
                return
            if line.text and index not in nothing:
                silent.discard(line.source.page)
        for page in sorted(silent):
            self.warn(NOTHING_READ.format(page=page))

    def unread_lines(self) -> tuple[UnreadLine, ...]:
        """The lines not understood, word for word. Lines that stand together (blank ones between do not part them) share a block."""
        found: list[UnreadLine] = []
        block, last = 0, -1
        for index in sorted(self.unread):
            if index in self.kinds:
                continue
            if last < 0 or any(self.lines[i].text for i in range(last + 1, index)):
                block += 1
            line = self.lines[index]
            found.append(UnreadLine(line.source.page, line.source.line, line.raw, block))
            last = index
        return tuple(found)

    def set_apart(self) -> tuple[SetApart, ...]:
        """The lines set apart, with their text, for the one place that may open them."""
        lines = self.lines
        return tuple(
            SetApart(lines[index].source.page, lines[index].source.line, kind, lines[index].raw)
            for index, kind in sorted(self.kinds.items())
        )
