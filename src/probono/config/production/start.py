"""What every process does before it serves anybody."""

from django.conf import settings


def check_before_start() -> None:
    """ImproperlyConfigured with a sentence when something destroyed is back, and in production when the database is too weak."""
    import django

    django.setup()
    if settings.SHRED_LEDGER.exists():
        from probono.config.retention_room import refuse_unreplayed

        refuse_unreplayed()
    if settings.EVALUATION_MODE:
        return
    from probono.config.production.database_state import refuse_weak_database

    refuse_weak_database()
