"""Parts of a Word file as trees that keep their prefixes, for taking things out of them; no entity is ever resolved."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml import etree

from vacatur.kit.errors import InputError

DAMAGED = "This Word document is damaged and cannot be opened. Please save it again."


def tree_of(xml: bytes) -> Any:
    """The tree of one part. Raises InputError when it is no XML."""
    try:
        return parse_xml(xml)
    except etree.XMLSyntaxError:
        raise InputError(DAMAGED) from None


def bytes_of(tree: Any) -> bytes:
    """One part again as bytes."""
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def local_name(element: Any) -> str:
    """The name without its namespace; nothing for a comment or an instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def drop(element: Any) -> None:
    """Takes an element out and leaves the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


__all__ = ["bytes_of", "drop", "local_name", "qn", "tree_of"]
