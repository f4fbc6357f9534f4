"""One row an act. Handles stand for what was touched: readable while the client's key lives, meaningless afterwards."""

from typing import Any

from django.db import models

from probono.audit.actions import Action, Outcome, Reason


class AppendOnlyError(Exception):
    """An audit row was about to be changed or removed."""


class Entry(models.Model):
    """One row of the chain. `seq` has no gaps; `mac` binds the row to the one before it.

    It never holds a name, a file's name, a search word, a network address or free text.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    action = models.CharField(max_length=12, choices=Action.choices)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    reason = models.CharField(max_length=16, choices=Reason.choices, blank=True)
    data_class = models.CharField(max_length=3, blank=True)
    route = models.CharField(max_length=60, blank=True)
    handle = models.CharField(max_length=32, blank=True, db_index=True)
    part = models.CharField(max_length=32, blank=True)
    request = models.CharField(max_length=16, blank=True)
    prev = models.CharField(max_length=64)
    mac = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return str(self.seq)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise AppendOnlyError
