"""`python -m tools.permissions_page > docs/reference/permissions.md`: the permission matrix and the addresses, for people to read.

Everything on the page comes from matrix.toml and from the addresses' own registration; a test compares it with the page kept.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator


def page() -> str:
    """The whole page, in Markdown."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probono.config.settings")
    import django

    django.setup()
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    from probono.accounts.data_classes import DataClass
    from probono.accounts.matrix import cells
    from probono.accounts.roles import Role

    yield from ("# Who may see what", "", "<!-- Made by `python -m tools.permissions_page`. -->", "")
    yield (
        f"{len(Role)} roles, {len(DataClass)} classes of data, {len(cells())} cells that allow something; every other of the "
        f"{len(Role) * len(DataClass)} allows nothing, and what is not allowed does not exist for whoever asks: the answer is "
        "the same as for an address that never was. A wall or a client's no wins over every cell."
    )
    yield from _bases()
    yield from _matrix()
    for data_class in DataClass:
        yield from ("", f"## {data_class}: {data_class.label}", "", *_table("role", "what it may do"))
        yield from (_row(one.role.label, one.words) for one in cells() if one.data_class == data_class)
    yield from _emergencies()
    yield from _addresses()


def _bases() -> Iterator[str]:
    from probono.accounts.matrix import Standing, basis_words, cells

    counts = Counter(one.basis for one in cells())
    yield from ("", "## On what basis", "", *_table("basis", "what it reaches", "cells"))
    yield from (
        _row(basis, f"{basis_words(basis)[0].upper()}{basis_words(basis)[1:]}.", counts[basis]) for basis in Standing
    )


def _matrix() -> Iterator[str]:
    """One letter for the verb and the basis behind it; the words follow class by class."""
    from probono.accounts.data_classes import DataClass
    from probono.accounts.matrix import cell
    from probono.accounts.roles import Role

    yield from ("", "## The matrix", "", "e: knows that it exists, r: reads, w: reads and changes; then the basis.", "")
    yield ", ".join(f"{role}: {role.label}" for role in Role) + "."
    yield from ("", *_table("class", *Role))
    for data_class in DataClass:
        found = (cell(role, data_class) for role in Role)
        yield _row(data_class, *(f"{one.verb[0]} {one.basis}" if one else "" for one in found))


def _emergencies() -> Iterator[str]:
    from probono.accounts.matrix import emergency_classes

    yield from ("", "## In an emergency", "")
    yield "One matter for an hour, to read; both officers are told and one who did not open it reviews it. No wall is crossed."
    yield from ("", *_table("role", "classes"))
    yield from (_row(role.label, ", ".join(classes)) for role, classes in emergency_classes().items())


def _addresses() -> Iterator[str]:
    """Every address with what it opens: none answers that is not here."""
    from django.conf import settings

    from probono.accounts.data_classes import ANY
    from probono.accounts.entry import JOBS
    from probono.accounts.registry import views

    yield from ("", "## Addresses", "", f"{ANY} is any class of a matter: what everybody on it knows of.", "")
    yield from _table("address", "name", "class", "to look", "to send")
    for urlconf in (settings.ROOT_URLCONF, settings.FILES_URLCONF):
        for name, pattern, view in views(urlconf):
            where = (f"`/{pattern}`", name)
            route = getattr(view, "route", None)
            if route is None:
                yield _row(*where, "public", "", "")
            elif not route.data_class:
                yield _row(*where, "own account", "", "")
            else:
                yield _row(
                    *where, f"{route.data_class}, a list" if route.listing else route.data_class, route.get, route.post
                )
    yield from (
        "",
        "## Jobs",
        "",
        "A job works for the person who asked for it, and her access is checked again when it runs.",
        "",
    )
    yield from _table("job", "class", "verb")
    yield from (_row(f"`{name}`", route.data_class, route.post) for name, route in sorted(JOBS.items()))


def _table(*heads: object) -> tuple[str, str]:
    return _row(*heads), "|" + " --- |" * len(heads)


def _row(*cells: object) -> str:
    return f"| {' | '.join(str(one).replace('|', '/') for one in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(page())
