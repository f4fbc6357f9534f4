"""XML without entities, document types or anything that is fetched."""

from typing import NoReturn
from xml.parsers import expat

from probono.vault.uploads.refusal import RefusedError, Why

MOST_DEPTH = 400


def check(xml: bytes) -> None:
    """`RefusedError` when a part is no well-formed XML, declares a document type or an entity, or nests without end."""
    parser = expat.ParserCreate()
    depth = 0

    def refuse(*_: object) -> NoReturn:
        raise RefusedError(Why.BAD_XML)

    def begin(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise RefusedError(Why.BAD_XML)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError):  # the last two: a way of writing that expat does not know
        raise RefusedError(Why.BAD_XML) from None
