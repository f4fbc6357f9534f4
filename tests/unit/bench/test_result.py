from bench.result import line


def test_a_result_has_its_median_and_its_spread() -> None:
    told = line("work", [3.004, 1.0, 2.0], unit="ms", digits=2)

    assert (told["median"], told["min"], told["max"], told["n"]) == (2.0, 1.0, 3.0, 3)
    assert (told["peer"], told["peer_median"], told["ratio"]) == (None, None, None)


def test_the_ratio_says_how_many_times_better_than_the_peer() -> None:
    assert line("work", [2.0], unit="ms", digits=2, peer="other", peer_median=8.0)["ratio"] == 4.0
    assert line("work", [8.0], unit="records/s", digits=None, peer="other", peer_median=2.0)["ratio"] == 4.0
