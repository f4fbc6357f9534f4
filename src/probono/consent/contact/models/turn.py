"""Whose turn it is with a client: one row that is locked, and says nothing."""

from django.db import models


class Turn(models.Model):
    """One row of a client. Whatever lets a note go to her, and whatever stops one, locks it first: so one comes after the other."""

    client_id = models.UUIDField(primary_key=True)

    def __str__(self) -> str:
        return str(self.pk)
