"""What django-allauth asks of us: whose site the passkeys are for, and how secrets of authenticator apps are sealed."""

import base64

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from probono.vault.cipher import seal, unseal
from probono.vault.keys import Scope

SCOPE = Scope("program", "authenticators")
_PLACE = "mfa_authenticator:data"


class Adapter(DefaultMFAAdapter):
    """Passkeys belong to the site's own host, whatever host a request names; nothing is sent by mail."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": settings.SITE_HOST, "name": settings.PROGRAM.name}

    def get_totp_issuer(self) -> str:
        return str(settings.PROGRAM.name)

    def encrypt(self, text: str) -> str:
        return base64.b64encode(seal(text.encode(), place=_PLACE, scope=SCOPE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(base64.b64decode(encrypted_text), place=_PLACE, scope=SCOPE).decode()

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """No mail leaves from here: every message of the site goes through its own post."""
