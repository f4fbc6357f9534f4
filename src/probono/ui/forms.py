"""Forms as the site draws them: one field template, errors as sentences beside the field."""

from django.forms.renderers import DjangoTemplates


class PlainRenderer(DjangoTemplates):
    """Django's own widgets; the page draws label, hint and errors with the `c-ui.field` component."""
