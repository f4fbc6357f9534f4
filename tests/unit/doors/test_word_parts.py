import pytest

from vacatur.doors.word_parts import bytes_of, drop, local_name, tree_of
from vacatur.kit.errors import InputError

XML = (
    b'<?xml version="1.0"?><w:a xmlns:w="u:w" xmlns:mc="u:mc" mc:Ignorable="w"><w:b/>tail<!-- note --><w:c/>more</w:a>'
)


def test_a_part_comes_back_with_its_prefixes() -> None:
    assert b'mc:Ignorable="w"' in bytes_of(tree_of(XML))
    assert b"<w:b/>" in bytes_of(tree_of(XML))


def test_an_element_is_taken_out_and_its_tail_stays() -> None:
    tree = tree_of(XML)
    for element in list(tree):
        if local_name(element) in ("b", "c"):
            drop(element)

    assert "".join(tree.itertext()).count("tail") == 1
    assert b"more" in bytes_of(tree)
    assert b"w:c" not in bytes_of(tree)


def test_a_comment_has_no_name_and_the_root_stays() -> None:
    tree = tree_of(XML)
    drop(tree)

    assert [local_name(each) for each in tree.iter()] == ["a", "b", "", "c"]


def test_what_is_no_xml_is_refused() -> None:
    with pytest.raises(InputError):
        tree_of(b"<a>")
