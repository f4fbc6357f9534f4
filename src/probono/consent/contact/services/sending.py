"""Sending a client a note: mint, and hand over, in one act."""

from typing import TYPE_CHECKING

from django.db import transaction

from probono.consent.contact.services.tokens import mint
from probono.post import services as post

if TYPE_CHECKING:
    from probono.accounts.models import Account
    from probono.consent.contact.models import ContactRoute


@transaction.atomic
def send(*, by: "Account", route: "ContactRoute", note: str) -> None:
    """One note of the fixed list along one way. NotNowError, a sentence, where it may not leave."""
    post.to_client(mint(by=by, route=route, note=note))
