from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "probono.accounts"

    def ready(self) -> None:
        from probono.accounts import registry  # noqa: F401  (its check registers itself)
        from probono.accounts.policies_sql import install
        from probono.accounts.sending import pieces
        from probono.accounts.signing_in import endings  # noqa: F401  (its receivers register themselves)
        from probono.accounts.signing_in.people_words import tell
        from probono.vault import janitor

        tell()
        janitor.keeps(pieces.names)
        post_migrate.connect(install, sender=self, dispatch_uid="second wall")
        _register_shredder()


def _register_shredder() -> None:
    """Who could see a destroyed matter, its seals and windows go with it; a form or a piece of a file kept for its sender is
    long past its hour.
    """
    from probono.accounts.models import ClientWindow, Deny, Grant, Seal, SealOpening
    from probono.accounts.sending import pieces
    from probono.accounts.signing_in.held import clear_past
    from probono.vault.shredders import Shredder, Table, register

    opened = Table(SealOpening, "seal__matter_id", "seal__client_id")
    access = tuple(Table(model, "matter_id", "client_id") for model in (Grant, Deny, Seal))
    register(
        Shredder(
            "accounts",
            (opened, *access, Table(ClientWindow, "matter_id")),
            more=lambda matter_id: clear_past() + pieces.clear_past(),
        )
    )
