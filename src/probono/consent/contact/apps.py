from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "probono.consent.contact"
    label = "contact"

    def ready(self) -> None:
        from probono.consent.contact import models
        from probono.consent.contact.services.holds import forget_matter
        from probono.consent.contact.services.tokens import redeem
        from probono.post.services import redeemed_by
        from probono.vault.shredders import Shredder, Table, guarded, register

        redeemed_by(redeem)
        token = Table(models.Token, "matter_id", "client_id")
        hold, turn = Table(models.SafetyHold, client="client_id"), Table(models.Turn, client="client_id")
        sealed = tuple(guarded(model) for model in (models.Sent, models.PersonToAvoid, models.ContactRoute))
        register(Shredder("contact", (token, hold, turn, *sealed), more=forget_matter))
