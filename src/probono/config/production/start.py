"""What every process of production does before it serves anybody."""

from django.conf import settings


def check_before_start() -> None:
    """In production, ImproperlyConfigured with a sentence when the database is too weak; in evaluation, nothing."""
    if settings.EVALUATION_MODE:
        return
    import django

    django.setup()
    from probono.config.production.database_state import refuse_weak_database

    refuse_weak_database()
