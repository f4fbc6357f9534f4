"""What every process does before it serves anybody."""

import resource

from django.conf import settings


def check_before_start() -> None:
    """ImproperlyConfigured with a sentence when something destroyed is back, and in production when the database is too weak."""
    import django

    django.setup()
    _leave_nothing_lying()
    if settings.SHRED_LEDGER.exists():
        from probono.config.retention_room import refuse_unreplayed

        refuse_unreplayed()
    if settings.EVALUATION_MODE:
        return
    from probono.config.production.database_state import refuse_weak_database

    refuse_weak_database()


def _leave_nothing_lying() -> None:
    """No memory of this process or its children is written to disk when it crashes; what a killed one left in memory goes."""
    from probono.vault.workshop import clear

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    clear()
