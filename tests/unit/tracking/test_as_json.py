import datetime as dt
import json

from vacatur.law.case_table import read_rows, record_of
from vacatur.records.record import Record
from vacatur.tracking import Filed, Happened, Happening, compare, track
from vacatur.tracking.as_json import comparison_json, tracking_json

TABLE = (
    "case | code | section | level | arrest | court | disposition\nA1 | PC | 647(b) | M | 2014-03-09 | 2014-04-02 | {}"
)


def _sheet_of_another_case() -> Record:
    return record_of(read_rows(TABLE.format("convicted").replace("A1", "Z9").replace("2014", "2019"), "sheet"))


def test_a_comparison_is_plain_data() -> None:
    old = record_of(read_rows(TABLE.format("convicted"), "sheet"))
    new = record_of(read_rows(TABLE.format("convicted; vacated 2026-06-01"), "sheet"))
    data = comparison_json(compare(old, new))

    assert json.loads(json.dumps(data)) == data
    assert data["schema"] == "vacatur.comparison/1"
    assert data["changed"][0]["changes"] == [{"what": "disposition", "before": None, "after": "vacated 2026-06-01"}]
    assert data["changed"][0]["case"] == "A1"


def test_what_is_gone_stands_there_with_its_doubt() -> None:
    old = record_of(read_rows(TABLE.format("convicted"), "sheet"))
    data = comparison_json(compare(old, _sheet_of_another_case()))

    assert data["gone"][0] | {"id": ""} == {
        "id": "",
        "kind": "count",
        "number": "A1",
        "case": "A1",
        "count": 1,
        "code": "PC",
        "section": "647(b)",
        "agency": "CASC LOS ANGELES",
        "date": "2014-03-09",
        "doubtful": None,
        "filed_as": [],
    }
    assert data["new"][0]["case"] == "Z9"


def test_tracking_is_plain_data_with_its_traces() -> None:
    received = Happened(Happening.RECEIVED, dt.date(2026, 10, 12), "los_angeles_city_attorney")
    filed = Filed("pc_236_14", ("los_angeles_city_attorney", "los_angeles_district_attorney"), events=(received,))
    data = tracking_json(track(filed, dt.date(2026, 10, 20)))

    assert json.loads(json.dumps(data)) == data
    assert data["as_of"] == "2026-10-20"
    running, waiting = data["clocks"]
    assert (running["day"], running["conservative_day"], running["binds"]) == ("2026-11-30", "2026-11-25", "prosecutor")
    assert any("Thanksgiving" in step for step in running["trace"])
    assert (waiting["day"], waiting["state"], waiting["trace"]) == (None, "waiting", [])
