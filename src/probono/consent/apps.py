from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "probono.consent"

    def ready(self) -> None:
        from probono.accounts import entry
        from probono.consent.act_words import tell
        from probono.consent.models import Disclosure, Release
        from probono.consent.selectors import copies_of, file_names
        from probono.consent.services.disclosures import note
        from probono.vault import janitor, shredders
        from probono.vault.uploads import verdicts

        tell()
        entry.after(note)
        janitor.keeps(file_names)
        verdicts.register(verdicts.Scanned(Release, file="copy", scan="copy_scan"))
        tables = (shredders.guarded(Disclosure), shredders.guarded(Release))
        shredders.register(shredders.Shredder("consent", tables, files=copies_of))
