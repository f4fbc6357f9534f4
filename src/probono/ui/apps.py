"""The app of pages' common parts, and our own configuration of the component templates."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Base templates and static files; listed first so that its components win over the package's."""

    name = "probono.ui"


class CottonUswdsConfig(AppConfig):
    """django-cotton-uswds as templates only; its own configuration would load a pattern library we do not ship."""

    name = "django_cotton_uswds"
    label = "django_cotton_uswds"
