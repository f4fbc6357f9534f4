from vacatur.drafting.sections import prose, short, spelled_out


def test_a_sentence_names_the_code_and_the_subdivision() -> None:
    assert prose("PC", "647(b)") == "Penal Code section 647, subdivision (b)"


def test_a_section_without_a_subdivision_is_named_alone() -> None:
    assert prose("VC", "14601.1") == "Vehicle Code section 14601.1"


def test_a_table_cites_the_section_with_its_abbreviation() -> None:
    assert short("HS", "11378(a)(2)") == "Health & Saf. Code, § 11378, subd. (a)(2)"


def test_a_code_that_is_not_known_is_printed_as_the_sheet_has_it() -> None:
    assert prose("XX", "12") == "XX section 12"


def test_a_citation_is_spelled_out_for_a_sentence() -> None:
    assert spelled_out("Pen. Code, § 236.14, subd. (k)(2)") == "Penal Code section 236.14, subdivision (k)(2)"


def test_a_citation_of_no_code_is_left_as_it_is() -> None:
    assert spelled_out("Cal. Rules of Court, rule 2.550") == "Cal. Rules of Court, rule 2.550"


def test_joined_sections_are_each_named_and_cited() -> None:
    assert prose("PC", "459/460(b)") == "Penal Code section 459 and section 460, subdivision (b)"
    assert short("PC", "459/460(b)") == "Pen. Code, § 459; § 460, subd. (b)"
