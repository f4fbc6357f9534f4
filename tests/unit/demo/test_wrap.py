from demo.wrap import WIDTH, pair, wrapped


def test_a_short_text_stays_on_one_line():
    assert wrapped("   COM: ", "PHOTO AVAILABLE") == ["   COM: PHOTO AVAILABLE"]


def test_a_long_text_goes_on_under_its_first_word():
    lines = wrapped("   SEN: ", "036 MONTHS PROBATION, 364 DAYS JAIL, FINE SS, RESTN, COMM SERV, WORK PROGRAM")

    assert len(lines) == 2
    assert lines[1].startswith("        ")
    assert lines[1][8] != " "
    assert all(len(line) <= WIDTH for line in lines)


def test_a_hyphenated_number_is_never_torn_apart():
    lines = wrapped("   COM: ", "X" * 50 + " SCN-99902130719-A")

    assert lines[1].strip() == "SCN-99902130719-A"


def test_the_right_hand_word_stands_in_its_column():
    assert pair("COURT:", "NAM:01", 22) == "COURT:                NAM:01"


def test_a_long_left_hand_side_pushes_the_right_hand_word_on():
    assert pair("A" * 30, "TOC:F", 10) == "A" * 30 + "  TOC:F"
