from demo.score import MISSING, score


def test_what_is_alike_is_right():
    result = score({"a": 1, "b": [1, {"c": None}]}, {"a": 1, "b": [1, {"c": None}]})

    assert (result.right, result.expected, result.wrong) == (4, 4, ())


def test_a_difference_is_told_with_its_path():
    result = score({"a": [{"b": 1}]}, {"a": [{"b": 2}]})

    assert [(one.path, one.wanted, one.got) for one in result.wrong] == [("a[0].b", 1, 2)]


def test_a_missing_member_is_wrong_in_every_field():
    result = score([{"a": 1, "b": 2}], [])

    assert [one.path for one in result.wrong] == [".length", "[0].a", "[0].b"]
    assert result.wrong[1].got == MISSING


def test_a_member_nobody_meant_is_wrong_once():
    result = score({"a": [1]}, {"a": [1, 2, 3]})

    assert [one.path for one in result.wrong] == ["a.length"]


def test_keys_only_the_reader_knows_are_not_compared():
    assert score({"a": 1}, {"a": 1, "source": {"page": 1}}).wrong == ()


def test_null_and_missing_are_not_the_same():
    assert score({"a": None}, {}).right == 0
