from demo.identity import identity_lines


def test_the_block_tells_names_with_their_codes(build_identity):
    lines = list(identity_lines(build_identity()))

    assert lines[:3] == ["CII/A99999001", "DOB/19900101 SEX/F RAC/HISPANIC", "HGT/500 WGT/100 EYE/BRO HAIR/BLK POB/CA"]
    assert lines[3:5] == ["NAM/01 PRUEBA,FICTICIA", "    02 PRUEBA,FICTA"]


def test_other_birth_dates_stand_in_a_second_line(build_identity):
    assert list(identity_lines(build_identity()))[-1] == "DOB/19910101"


def test_one_birth_date_needs_no_second_line(build_identity):
    lines = list(identity_lines(build_identity(birth_dates=("19900101",))))

    assert sum(line.startswith("DOB/") for line in lines) == 1


def test_name_codes_may_have_three_digits(build_identity):
    assert "NAM/001 PRUEBA,FICTICIA" in list(identity_lines(build_identity(name_digits=3)))


def test_inmate_numbers_have_a_line_of_their_own(build_identity):
    numbers = (("FBI", "999999001"), ("CDL", "X9999001"), ("INN", "CDC-W999001"))

    lines = list(identity_lines(build_identity(numbers=numbers)))

    assert lines[-2:] == ["FBI/999999001 CDL/X9999001", "INN/CDC-W999001"]


def test_everything_else_has_its_tag(build_identity):
    identity = build_identity(
        citizenship="PERU",
        monikers=("ONE", "TWO"),
        social=("000009999", "000009998"),
        marks="TAT UR ARM",
        occupations=("COOK", "CLERK"),
        supervision=("PAROLE:  CDC",),
    )

    lines = list(identity_lines(identity))

    for line in (
        "CTZ/PERU",
        "MON/ONE; TWO",
        "SOC/000009999 000009998",
        "SMT/TAT UR ARM",
        "OCC/COOK; CLERK",
        "PAROLE:  CDC",
    ):
        assert line in lines
