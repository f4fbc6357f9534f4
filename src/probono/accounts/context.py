"""What the frame of every staff page may ask about the person who looks at it."""

from typing import Any

from django.http import HttpRequest

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.selectors import emergency_classes_of, holds_anywhere, is_officer
from probono.accounts.signing_in.windows import opens_windows


class Rights:
    """Asked only where a template asks: a page without these links costs nothing."""

    def __init__(self, account: Any) -> None:
        self._account = account

    @property
    def reviews_emergencies(self) -> bool:
        """Whether the list of emergencies is hers to review."""
        return is_officer(self._account)

    @property
    def keeps_releases(self) -> bool:
        """Whether the list of releases that end soon is hers to keep."""
        return holds_anywhere(self._account, DataClass.RELEASES, Verb.WRITE)

    @property
    def opens_in_emergency(self) -> bool:
        """Whether her role may open a file in an emergency."""
        return bool(emergency_classes_of(self._account))

    @property
    def opens_windows(self) -> bool:
        """Whether she may let a client look at where things stand."""
        return opens_windows(self._account)


def rights(request: HttpRequest) -> dict[str, Any]:
    """`rights`, for whoever is signed in."""
    return {"rights": Rights(request.user)} if request.user.is_authenticated else {}
