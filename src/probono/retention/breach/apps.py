from django.apps import AppConfig


class BreachConfig(AppConfig):
    name = "probono.retention.breach"
    label = "breach"

    def ready(self) -> None:
        from probono.retention.breach.act_words import tell
        from probono.retention.breach.models import Affected
        from probono.vault.shredders import Shredder, guarded, register

        tell()
        register(Shredder("breach", (guarded(Affected),)))
