"""The standing characters of the site's tests, for the proofs of its walls too. FICTIONAL: nobody named here exists."""

from tests.integration.conftest import (  # noqa: F401  (pytest finds fixtures by their names)
    _own_folders,
    as_,
    avery,
    blair,
    casey,
    dana,
    elif_,
    files_origin,
    firm,
    frankie,
    home,
    matter,
    other_firm,
    stranger,
    urls,
    with_facts,
    with_sheet,
)
