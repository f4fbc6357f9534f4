from django.apps import AppConfig


class LegalConfig(AppConfig):
    name = "probono.retention.legal"
    label = "legal"

    def ready(self) -> None:
        from probono.retention.legal.act_words import tell
        from probono.retention.legal.models import Demand, Production
        from probono.vault.shredders import Shredder, guarded, register

        tell()
        register(Shredder("legal", (guarded(Production), guarded(Demand))))
