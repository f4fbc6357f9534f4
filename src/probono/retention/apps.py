from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "probono.retention"

    def ready(self) -> None:
        from probono.matters.pages.opened import untold
        from probono.retention import jobs  # noqa: F401  (jobs register what they open)
        from probono.retention.act_words import tell
        from probono.retention.models import ClientCopy, Hold, SealedReading
        from probono.retention.selectors import copies_of, copy_files, untold_acts
        from probono.retention.services.leftovers import clear_leftovers
        from probono.vault import janitor
        from probono.vault.shredders import Shredder, guarded, register

        tell()
        janitor.keeps(copy_files)
        untold(untold_acts)
        tables = (guarded(ClientCopy), guarded(SealedReading), guarded(Hold))
        register(Shredder("retention", tables, files=copies_of, more=clear_leftovers))
