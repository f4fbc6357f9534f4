"""Work outside a request's transaction: ahead of it, or when it is over.

What opens a file from outside may take as long as whoever made the file likes. Meanwhile no transaction is held: SQLite would
let nobody else write, and PostgreSQL would keep a connection from others (S-53).
"""

from collections.abc import Callable
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse

from probono.ui.uploads import sent_file

T = TypeVar("T")


def ahead(work: Callable[[], T], *refusals: type[Exception]) -> Callable[[], T]:
    """Does it now, for a view that asks for the result afterwards: then one of the named refusals is raised, and told beside
    its form. Any other error stops the request.
    """
    try:
        result = work()
    except refusals as error:
        refusal = error

        def refuse() -> T:
            raise refusal

        return refuse
    return lambda: result


def sent_file_ahead(
    take: Callable[[bytes, str], T], *refusals: type[Exception]
) -> Callable[[HttpRequest], Callable[[], T] | None]:
    """For a view whose form sends a file: `take` opens its bytes and name ahead. Nothing where no file that may be read came."""

    def take_it(request: HttpRequest) -> Callable[[], T] | None:
        file = sent_file(request)
        return ahead(lambda: take(file.read(), file.name or ""), *refusals) if file else None

    return take_it


class Later(HttpResponse):
    """A view's answer that is made when the transaction is over and its audit row is kept. `finish` has all it needs in its
    hands: it asks the database for nothing. Http404 when there is nothing to show.
    """

    def __init__(self, finish: Callable[[], HttpResponse]) -> None:
        super().__init__()
        self.finish = finish


def picture_later(draw: Callable[[], bytes], kind: str, *gone: type[Exception]) -> Later:
    """A picture of this content type, drawn when the transaction is over. An error named in `gone` is "no such page"."""

    def finish() -> HttpResponse:
        try:
            return HttpResponse(draw(), content_type=kind)
        except gone as error:
            raise Http404 from error

    return Later(finish)
