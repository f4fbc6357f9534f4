from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "probono.matters"

    def ready(self) -> None:
        from probono.accounts import entry
        from probono.consent import surroundings
        from probono.matters import jobs  # noqa: F401  (jobs register what they open)
        from probono.matters.act_words import tell
        from probono.matters.models import RecordUpload, WordEdit
        from probono.matters.pages.frame import around
        from probono.matters.selectors import file_names, subject_of
        from probono.matters.services.age import is_minor_on
        from probono.vault import janitor
        from probono.vault.uploads import verdicts

        entry.subject("matter_id", subject_of)
        janitor.keeps(file_names)
        surroundings.use(around)
        surroundings.tells_age(is_minor_on)
        tell()
        verdicts.register(verdicts.Scanned(RecordUpload))
        verdicts.register(verdicts.Scanned(WordEdit))
        _register_shredder()


def _register_shredder() -> None:
    """Everything of a matter, what refers to others first."""
    from probono.matters import models
    from probono.matters.selectors import file_names_of
    from probono.vault.shredders import Shredder, guarded, register

    order = (
        models.WordEdit, models.Paper, models.PacketBuild, models.ImmigrationScreening, models.ScreeningVersion,
        models.ItemRow, models.RecordVersion, models.RecordUpload, models.CopyRule, models.ImmigrationSheet, models.FactSheet,
        models.EmergencyOpening, models.Matter,
    )  # fmt: skip
    register(Shredder("matters", tuple(guarded(model) for model in order), files=file_names_of))
