from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "probono.consent"

    def ready(self) -> None:
        from probono.accounts import entry
        from probono.consent.selectors import file_names
        from probono.consent.services.disclosures import note
        from probono.vault import janitor

        entry.after(note)
        janitor.keeps(file_names)
