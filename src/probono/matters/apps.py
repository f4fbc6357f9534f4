from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "probono.matters"

    def ready(self) -> None:
        from probono.accounts import entry
        from probono.consent import surroundings
        from probono.matters import jobs  # noqa: F401  (jobs register what they open)
        from probono.matters.pages.frame import around
        from probono.matters.selectors import file_names, subject_of
        from probono.vault import janitor

        entry.subject("matter_id", subject_of)
        janitor.keeps(file_names)
        surroundings.use(around)
