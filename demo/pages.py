"""Cutting a sheet into pages: about sixty lines, wherever they fall, each with its page number at the foot."""

from collections.abc import Iterable, Sequence

PAGE_LINES = 58
GAP = 5


def paginate(lines: Iterable[str], size: int = PAGE_LINES) -> list[list[str]]:
    """Pages of `size` lines with a footer on each; a sheet of one page has none."""
    flow = list(lines)
    cut = [flow[start : start + size] for start in range(0, len(flow), size)]
    if len(cut) < 2:
        return cut
    return [
        [*page, "", f"{'Page ' + str(number) + ' of ' + str(len(cut)):>72}"] for number, page in enumerate(cut, start=1)
    ]


def as_text(pages: Sequence[Sequence[str]], *, form_feeds: bool = False) -> str:
    """The pages as one text: blank lines between them, or form feeds where the printer sent them."""
    between = "\n\f" if form_feeds else "\n" * (GAP + 1)
    return between.join("\n".join(page) for page in pages) + "\n"
