"""What may still name a destroyed matter outside of its tables: jobs, and sessions that are over."""

from uuid import UUID

from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

LEFTOVERS = (DBTaskResult, Session)
"""Tables that are nobody's own: no shredder clears them, and what it removes from them leaves its bytes as well."""


def clear_leftovers(matter_id: UUID) -> int:
    """Removes the matter's jobs with their arguments, and every session that has ended; gives how many rows."""
    jobs = DBTaskResult.objects.filter(args_kwargs__kwargs__matter_id=str(matter_id)).delete()[0]
    return jobs + Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
