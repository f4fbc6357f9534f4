"""The home organisation and its guests: firms, companies, referral partners."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What an organisation is to the program."""

    HOME = "home", _("Home organization")
    PARTNER_FIRM = "partner_firm", _("Partner firm")
    FIRM = "firm", _("Law firm")
    COMPANY = "company", _("Company")
    REFERRAL_PARTNER = "referral_partner", _("Referral partner")


class Organisation(models.Model):
    """One organisation. There is one home organisation in an installation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=OrganisationKind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind"], condition=models.Q(kind="home"), name="one_home_organisation"),
        ]

    def __str__(self) -> str:
        return self.name
