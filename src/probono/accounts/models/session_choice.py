"""What a person chose about her sessions."""

from django.db import models


class SessionChoice(models.Model):
    """`long_idle`: a session may rest for 30 minutes instead of 15, for whoever needs more time."""

    account = models.OneToOneField(
        "accounts.Account", on_delete=models.CASCADE, primary_key=True, related_name="choice"
    )
    long_idle = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.account_id)
