import pytest

from vacatur.drafting.assemble import Scope, assemble, chosen, inlines, letter
from vacatur.drafting.blocks import BulletList, Cite, Fact, Heading, PageBreak, Paragraph, Text
from vacatur.drafting.wording import Part, Words

SCOPE = Scope({"who": (Fact("k", "A.B.", "s"),), "what": (Text("an arrest"),)}, reliefs=("pc_236_14",))


def test_places_are_filled_with_values_and_authorities() -> None:
    found = inlines("{who} asks ({cite:pc_236_14(c)}).", SCOPE)

    assert found[0] == Fact("k", "A.B.", "s")
    assert Cite("pc_236_14(c)", "Pen. Code, § 236.14, subd. (c)") in found


def test_a_pleaded_section_is_cited_and_named_without_naming_it_in_the_words() -> None:
    assert "".join(one.text for one in inlines("{named:(a)} ({cited:(a)})", SCOPE)) == (
        "Penal Code section 236.14, subdivision (a) (Pen. Code, § 236.14, subd. (a))"
    )


def test_initials_at_the_end_of_a_sentence_do_not_double_its_period() -> None:
    assert "".join(one.text for one in inlines("It is {who}. So", SCOPE)) == "It is A.B. So"


def test_a_value_nobody_gave_is_an_error_and_never_a_blank() -> None:
    with pytest.raises(KeyError):
        inlines("{nobody}", SCOPE)


def test_an_unknown_kind_of_place_is_an_error() -> None:
    with pytest.raises(ValueError, match="not known"):
        inlines("{exhibit:1}", SCOPE)


def test_words_are_chosen_by_their_conditions() -> None:
    words = (Words("one", ("a",)), Words("two", ("not a",)), Words("three"))

    assert chosen(words, Scope(flags=frozenset({"a"}))) == ((Text("one"),), (Text("three"),))


def test_a_part_gives_its_page_its_heading_its_paragraphs_and_its_slot_in_this_order() -> None:
    part = Part((Words("Text."),), heading="Head", slot="table", style="numbered", new_page=True)
    made = assemble((part,), Scope(slots={"table": (PageBreak(),)}))

    assert made == (PageBreak(), Heading(1, (Text("Head"),)), Paragraph((Text("Text."),), numbered=True), PageBreak())


def test_neighboring_parts_with_the_same_loop_are_repeated_together() -> None:
    parts = (Part((Words("{n} first"),), each="row"), Part((Words("{n} second"),), each="row"))
    rows = [Scope({"n": (Text(str(n)),)}) for n in (1, 2)]

    texts = ["".join(one.text for one in block.inlines) for block in assemble(parts, Scope(), {"row": rows})]  # type: ignore[union-attr]

    assert texts == ["1 first", "1 second", "2 first", "2 second"]


def test_lettered_entries_count_only_those_that_are_used() -> None:
    part = Part((Words("x", ("no",)), Words("y"), Words("z")), style="lettered")

    assert [block.inlines[0] for block in assemble((part,), Scope())] == [Text("(a) "), Text("(b) ")]  # type: ignore[union-attr]


def test_bullets_are_one_list() -> None:
    part = Part((Words("x"), Words("y")), style="bullets")

    assert assemble((part,), Scope()) == (BulletList(((Text("x"),), (Text("y"),))),)


def test_a_part_whose_condition_does_not_hold_is_left_out_whole() -> None:
    assert assemble((Part((Words("x"),), heading="h", when=("never",)),), Scope()) == ()


def test_an_inner_scope_hides_the_outer_one() -> None:
    inner = Scope({"what": (Text("a conviction"),)}, reliefs=("pc_236_15",)).within(SCOPE)

    assert inner.values["what"] == (Text("a conviction"),)
    assert inner.values["who"] == SCOPE.values["who"]
    assert inner.reliefs == ("pc_236_15",)


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26)] == ["a", "z", "aa"]
