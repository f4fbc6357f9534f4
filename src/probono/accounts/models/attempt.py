"""A try to sign in that failed or is under way. It lives an hour and names nobody."""

from typing import ClassVar

from django.db import models


class Attempt(models.Model):
    """`mark` is a keyed hash of an address, a network address, both, or the whole site; never the thing itself."""

    mark = models.CharField(max_length=32)
    at = models.DateTimeField(db_index=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["mark", "at"], name="attempts_of")]

    def __str__(self) -> str:
        return self.mark
