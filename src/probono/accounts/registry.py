"""Every address, with what it opens. An address that names nothing fails the check, and so the build."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

from django.conf import settings
from django.core import checks
from django.urls import URLPattern, URLResolver, get_resolver

from probono.accounts.entry import JOBS, Route


def views(urlconf: str) -> Iterator[tuple[str, str, Any]]:
    """Every address of a urlconf: its name, its pattern and its view."""
    yield from _walked(get_resolver(urlconf), "", "")


def registered() -> dict[str, Route]:
    """Every address that opens something, by name."""
    return {name: view.route for name, _pattern, view in views(settings.ROOT_URLCONF) if hasattr(view, "route")}


@checks.register("walls")
def every_address_is_registered(**kwargs: Any) -> Sequence[checks.CheckMessage]:
    """Each view is public, one's own account's, or names a data class; each job names one."""
    found = [
        checks.Error(
            f"The address {pattern or '/'} ({name}) names no data class.",
            hint="Put @opens(...), @own_account or @public before its view.",
            id="accounts.E001",
        )
        for urlconf in (settings.ROOT_URLCONF, settings.FILES_URLCONF)
        for name, pattern, view in views(urlconf)
        if not hasattr(view, "route") and not getattr(view, "public", False)
    ]
    return found + [
        checks.Error(f"The job {name} names no data class.", hint="Put @works_on(...) before it.", id="accounts.E002")
        for name in _tasks()
        if name not in JOBS
    ]


def _tasks() -> Iterator[str]:
    """The names of every background job of the site's apps."""
    from django_tasks.base import Task

    for app in settings.INSTALLED_APPS:
        package = app.split(".apps.")[0]
        try:
            module = import_module(f"{package}.jobs")
        except ModuleNotFoundError:
            continue
        yield from (one.func.__name__ for one in vars(module).values() if isinstance(one, Task))


def _walked(resolver: Any, spaces: str, before: str) -> Iterator[tuple[str, str, Any]]:
    for one in resolver.url_patterns:
        pattern = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from _walked(one, f"{spaces}{one.namespace}:" if one.namespace else spaces, pattern)
        elif isinstance(one, URLPattern):
            yield f"{spaces}{one.name}", pattern, one.callback
