from bench.cold_start import measure


def test_it_prints_the_agreed_keys_with_the_spread_in_order() -> None:
    line = measure("vacatur --version", rounds=2)

    assert list(line) == ["name", "unit", "median", "min", "max", "n", "peer", "peer_median", "ratio"]
    assert 0 < line["min"] <= line["median"] <= line["max"]
    assert (line["unit"], line["n"]) == ("s", 2)
