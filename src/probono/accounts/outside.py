"""Work outside a request's transaction: ahead of it, or when it is over.

What opens a file from outside may take as long as whoever made the file likes. Meanwhile no transaction is held: SQLite would
let nobody else write, and PostgreSQL would keep a connection from others (S-53).
"""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponse

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


class Later(HttpResponse):
    """A view's answer that is made when the transaction is over and its audit row is kept. `finish` has all it needs in its
    hands: it asks the database for nothing. Http404 when there is nothing to show.
    """

    def __init__(self, finish: Callable[[], HttpResponse]) -> None:
        super().__init__()
        self.finish = finish
