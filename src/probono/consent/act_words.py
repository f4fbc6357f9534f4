"""Recording a signature asks for a proof: the act in words."""

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from probono.accounts.signing_in.wording import Words, register
from probono.consent import pages
from probono.consent.forms import SignForm

if TYPE_CHECKING:
    from probono.accounts.models import Account


def tell() -> None:
    """At the start."""
    register({"consent:sign": _sign})


def _sign(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    page = pages.release_page(actor, ids["matter_id"], ids["release"])
    form = SignForm(told, people=pages.colleague_choices(actor), is_minor=page["release"].is_minor)
    return Words(_("Record her yes"), f"{page['matter'].code_name}: {page['card'].recipient or ''}".rstrip(": "), form)
