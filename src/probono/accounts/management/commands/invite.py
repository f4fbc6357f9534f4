"""`probono manage invite EMAIL NAME ROLE`: the first officers of a new program, who cannot be invited by anybody yet."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from probono.accounts import services
from probono.accounts.roles import Role
from probono.accounts.signing_in import enrolments
from probono.accounts.signing_in.who import POWERFUL

ENOUGH = 3
"""A recovery takes two officers beside the person, so the terminal lets in three; from then on people are invited on the site."""


class Command(BaseCommand):
    help = "Invite one of the first officers (LD, PO, PM) or the system administrator (SY); prints a link and a spoken code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("role", choices=sorted(role.value for role in POWERFUL))

    def handle(self, *args: Any, **options: Any) -> None:
        if enrolments.officers_with_keys() >= ENOUGH:
            raise CommandError("The program has its officers. They invite people on the site, under your account.")
        home = services.add_organisation(name=settings.PROGRAM.organization, kind="home")
        made, given = enrolments.invite(
            by=None, email=options["email"], name=options["name"], role=Role(options["role"]), organisation=home
        )
        if made is None or given is None:
            self.stdout.write("This person can sign in already. The role is given.")
            return
        address = f"{settings.SITE_ORIGIN}{reverse('accounts:enrol-link', args=[given.token])}"
        self.stdout.write(f"Link, to send:            {address}")
        self.stdout.write(f"Code, to tell by voice:   {given.code}")
        self.stdout.write("It works once, for 24 hours.")
