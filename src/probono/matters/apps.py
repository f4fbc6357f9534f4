from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "probono.matters"

    def ready(self) -> None:
        from probono.accounts import entry
        from probono.matters import jobs  # noqa: F401  (jobs register what they open)
        from probono.matters.selectors import subject_of

        entry.subject("matter_id", subject_of)
