from vacatur.kit.errors import InputError


def test_an_error_is_its_sentence() -> None:
    error = InputError("This file is empty.")

    assert (str(error), error.sentence, error.details) == ("This file is empty.", "This file is empty.", ())


def test_details_stand_below_the_sentence_one_a_line() -> None:
    error = InputError("Two things are missing.", ("a day", "a court"))

    assert error.sentence == "Two things are missing."
    assert str(error) == "Two things are missing.\na day\na court"
