from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "probono.matters"
