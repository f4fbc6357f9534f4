"""The bench of the packet measures what it says."""

import json

from bench.packet import EXHIBIT_PAGES, FIVE, client, exhibits, line, mixed, papers, results, timed
from vacatur.doors.pdf_edit import metadata_of, page_count
from vacatur.doors.pdf_lines import plain_texts


def test_the_readme_client_has_a_packet_that_can_be_filed() -> None:
    ids = [paper.id for paper in papers(client())]

    assert ids[:3] == ["notice", "petition", "declaration"]
    assert ids[-1] == "filing-sheet"


def test_every_line_has_the_promised_keys() -> None:
    found = list(results(rounds=1))

    assert len(found) == 8
    for one in found:
        assert {"name", "unit", "median", "min", "max", "n", "peer", "peer_median", "ratio"} == set(
            json.loads(json.dumps(one))
        )
        assert one["unit"] == "s"


def test_the_exhibits_are_fictional_and_as_many_as_the_design_names() -> None:
    volume = exhibits()

    assert page_count(volume) == EXHIBIT_PAGES == 351
    assert all("FICTIONAL EXHIBIT" in page for page in plain_texts(volume))


def test_the_mix_holds_five_papers_and_the_exhibits() -> None:
    merged = metadata_of(mixed(client(), exhibits(3)))

    assert set(FIVE) <= {paper.id for paper in papers(client())}
    assert merged.pages > 3 + len(FIVE)
    assert merged.bookmarks[-1] == "Exhibits"


def test_the_first_round_only_warms_up() -> None:
    seen: list[int] = []

    assert len(timed(lambda: seen.append(1), rounds=3)) == 3
    assert len(seen) == 4


def test_a_line_compares_with_the_peer_where_there_is_one() -> None:
    assert line("x", [1.0, 2.0, 9.0], peer="p", peer_median=20.0)["ratio"] == 10.0
    assert line("x", [1.0])["ratio"] is None
