"""A section as a pleading writes it: "Penal Code section 647, subdivision (b)"."""

from vacatur.drafting.wording import table


def prose(code: str, section: str) -> str:
    """As named in a sentence; joined sections ("459/460(b)") are each named."""
    return f"{_names(code)[0]} " + " and ".join(_named(part) for part in section.split("/"))


def short(code: str, section: str) -> str:
    """As cited in a table or in parentheses; joined sections are each cited."""
    return f"{_names(code)[1]}, " + "; ".join(_cited(part) for part in section.split("/"))


def spelled_out(citation: str) -> str:
    """A citation with its abbreviations written out, for use in a sentence."""
    for names in table("codes")["code"].values():
        if citation.startswith(f"{names[1]}, §"):
            citation = citation.replace(f"{names[1]}, § ", f"{names[0]} section ", 1)
    return citation.replace(", subd. ", ", subdivision ")


def _named(section: str) -> str:
    number, subdivision = _split(section)
    return f"section {number}" + (f", subdivision {subdivision}" if subdivision else "")


def _cited(section: str) -> str:
    number, subdivision = _split(section)
    return f"§ {number}" + (f", subd. {subdivision}" if subdivision else "")


def _split(section: str) -> tuple[str, str]:
    number, bracket, rest = section.partition("(")
    return number.strip(), bracket + rest


def _names(code: str) -> tuple[str, str]:
    found = table("codes")["code"].get(code)
    return (found[0], found[1]) if found else (code, code)
