"""The permission matrix is data, read strictly."""

import pytest

from probono.accounts import matrix
from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.matrix import MatrixError, Standing, allowed, cell, cells
from probono.accounts.roles import Role


def test_every_cell_has_its_words() -> None:
    assert len(cells()) > 150
    assert all(one.words.endswith(".") for one in cells())


def test_the_manager_has_nothing_of_the_advocate_s_notes_and_safety_plans() -> None:
    for data_class in (DataClass.ADVOCATE_NOTES, DataClass.SAFETY_PLAN):
        assert {one.role for one in cells() if one.data_class == data_class} <= {
            Role.CLIENT, Role.COMMUNITY_ADVOCATE, Role.SOCIAL_WORK_SUPERVISOR,
        }  # fmt: skip


def test_the_advocate_reads_the_record_and_the_facts() -> None:
    held = allowed(Role.COMMUNITY_ADVOCATE, Standing.TEAM)

    assert held[DataClass.RECORD] == Verb.READ
    assert held[DataClass.FACTS] == Verb.READ


def test_nobody_outside_the_home_organisation_has_the_immigration_file() -> None:
    readers = {one.role for one in cells() if one.data_class == DataClass.IMMIGRATION and one.verb != Verb.EXISTS}

    assert readers == {Role.CLIENT, Role.LEGAL_DIRECTOR, Role.IMMIGRATION_ATTORNEY, Role.EVALUATOR}
    assert cell(Role.EVALUATOR, DataClass.IMMIGRATION).basis == Standing.AGGREGATE  # type: ignore[union-attr]


def test_the_client_s_name_needs_a_release_for_whoever_is_outside() -> None:
    outside = (Role.VOLUNTEER_ATTORNEY, Role.TECHNICAL_ASSISTANCE, Role.COORDINATOR)

    assert {cell(role, DataClass.IDENTITY).basis for role in outside} == {  # type: ignore[union-attr]
        Standing.TEAM_AND_RELEASE, Standing.RELEASE,
    }  # fmt: skip


@pytest.mark.parametrize("said", ["standing", "anything read", "standing look", "standing read write"])
def test_what_is_no_cell_is_refused(said: str) -> None:
    text = "\n".join(f"[{one.value}]" for one in DataClass) + f'\nPM = "{said}"'

    with pytest.raises(MatrixError, match="D20"):
        matrix._read(text)


def test_a_class_without_a_table_is_refused() -> None:
    with pytest.raises(MatrixError, match="D2"):
        matrix._read("[D1]")
