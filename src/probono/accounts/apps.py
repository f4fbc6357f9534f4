from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "probono.accounts"

    def ready(self) -> None:
        from probono.accounts import registry  # noqa: F401  (its check registers itself)
        from probono.accounts.policies_sql import install
        from probono.accounts.signing_in import endings  # noqa: F401  (its receivers register themselves)

        post_migrate.connect(install, sender=self, dispatch_uid="second wall")
