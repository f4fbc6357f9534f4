from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "probono.accounts"

    def ready(self) -> None:
        from probono.accounts import registry  # noqa: F401  (its check registers itself)
        from probono.accounts.policies_sql import install

        post_migrate.connect(install, sender=self, dispatch_uid="second wall")
