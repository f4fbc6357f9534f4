from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "probono.retention"

    def ready(self) -> None:
        from probono.retention.models import Hold, SealedReading
        from probono.retention.services.leftovers import clear_leftovers
        from probono.vault.shredders import Shredder, guarded, register

        register(Shredder("retention", (guarded(SealedReading), guarded(Hold)), more=clear_leftovers))
