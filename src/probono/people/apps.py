from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "probono.people"

    def ready(self) -> None:
        from probono.people.models import Client
        from probono.vault import shredders

        shredders.register(shredders.Shredder("people", (shredders.guarded(Client),)))
