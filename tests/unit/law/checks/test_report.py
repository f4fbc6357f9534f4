from vacatur.law.checks.report import Report


def test_it_gathers_problems_and_counts() -> None:
    report = Report()
    report.add(["one"])
    report.add(iter(["two", "three"]))
    report.count("courts", 2)
    report.count("courts", 3)

    assert report.problems == ["one", "two", "three"]
    assert report.counts == {"courts": 5}
