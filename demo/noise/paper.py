"""Damage by printers and scanners: page breaks anywhere, blank lines, an end that is cut off."""

from random import Random

FURNITURE = (
    "Page {n} of 29",
    "                                        PAGE {n} OF 29",
    "   page {n} of 29",
    "Route  Print",
    "file:///C:/sheet.htm                                          5/6/2026",
)
BODY = "* * * *"
BREAKS = 0.05


def _body(lines: list[str]) -> int:
    """Where the first cycle starts; a sheet without cycles has no body."""
    return lines.index(BODY) if BODY in lines else len(lines)


def page_breaks(lines: list[str], rng: Random, rate: float) -> list[str]:
    """Four to six blank lines, some with page furniture among them, after any line of the cycles."""
    start, number = _body(lines), 1
    out = lines[:start]
    for line in lines[start:]:
        out.append(line)
        if rng.random() < rate * BREAKS:
            number += 1
            gap = [""] * rng.randint(4, 6)
            gap.insert(2, rng.choice(FURNITURE).format(n=number))
            out.extend(gap)
    return out


def blank_lines(lines: list[str], rng: Random, rate: float) -> list[str]:
    """A blank line after some lines of the cycles."""
    start = _body(lines)
    return [
        *lines[:start],
        *(one for line in lines[start:] for one in ([line, ""] if rng.random() < rate / 4 else [line])),
    ]


def cut_end(lines: list[str], rng: Random, rate: float) -> list[str]:
    """No END OF MESSAGE: the last line of the scan is missing, or followed by junk."""
    ends = [place for place, line in enumerate(lines) if "END OF MESSAGE" in line]
    if not ends or rng.random() >= rate:
        return lines
    return lines[: ends[0]] if rng.random() < 0.5 else [*lines[: ends[0] + 1], "", ":r'.i"]
