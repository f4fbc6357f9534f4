"""Switches that make programs talk too much, or do a job where a reader waits."""

import logging
from collections.abc import Iterator

from probono.config.production.found import Found

QUEUE = "django_tasks_db.DatabaseBackend"
OFF = ("", "0", "false", "no", "off")
NEVER = {
    "DEBUG": "it makes programs show what they work on",
    "DJANGO_DEBUG": "it makes programs show what they work on",
    "PROBONO_DEBUG": "it makes programs show what they work on",
    "PYTHONDEVMODE": "it makes Python tell what it works on",
    "SSLKEYLOGFILE": "it writes down the keys of encrypted connections",
    "OAUTHLIB_INSECURE_TRANSPORT": "it lets a firm's sign-in go unencrypted",
}


def weaknesses(found: Found) -> Iterator[str]:
    """What is wrong with how the site would run."""
    for name, why in NEVER.items():
        if found.environ.get(name, "").strip().lower() not in OFF:
            yield f"{name} is set, and {why}: take it out of the environment."
    if found.log_level not in logging.getLevelNamesMapping():
        yield "PROBONO_LOG_LEVEL is no level: choose ERROR, WARNING or INFO."
    elif logging.getLevelNamesMapping()[found.log_level] < logging.INFO:
        yield "PROBONO_LOG_LEVEL writes too much for production: choose ERROR, WARNING or INFO."
    if found.tasks != QUEUE:
        yield "PROBONO_TASKS must stay the database's queue in production: leave it out."
