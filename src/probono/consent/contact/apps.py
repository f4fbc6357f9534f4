from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "probono.consent.contact"
    label = "contact"

    def ready(self) -> None:
        from probono.consent.contact.services.tokens import redeem
        from probono.post.services import redeemed_by

        redeemed_by(redeem)
