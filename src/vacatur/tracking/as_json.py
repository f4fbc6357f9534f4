"""Tracking and comparison as JSON that other programs may rely on. Keys may be added, none renamed."""

from typing import Any

from vacatur.kit.days import iso
from vacatur.records.item import Item
from vacatur.tracking.comparison import Comparison
from vacatur.tracking.track import Clock, Tracking

COMPARISON = "vacatur.comparison/1"
TRACKING = "vacatur.tracking/1"


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """What vanished, appeared, changed and stayed."""
    return {
        "schema": COMPARISON,
        "gone": [
            {**_item(one.item), "doubtful": one.doubtful, "filed_as": [_item(item) for item in one.filed_as]}
            for one in comparison.gone
        ],
        "new": [_item(item) for item in comparison.new],
        "changed": [
            {
                **_item(one.new),
                "changes": [
                    {"what": change.what, "before": change.before, "after": change.after} for change in one.changes
                ],
            }
            for one in comparison.changed
        ],
        "same": [_item(item) for item in comparison.same],
        "cautions": list(comparison.cautions),
    }


def tracking_json(tracking: Tracking) -> dict[str, Any]:
    """Every clock and the next steps."""
    return {
        "schema": TRACKING,
        "as_of": tracking.as_of.isoformat(),
        "pack": tracking.pack,
        "clocks": [_clock(clock) for clock in tracking.clocks],
        "next_steps": list(tracking.next_steps),
        "unopposed": list(tracking.unopposed),
        "to_name": list(tracking.to_name),
    }


def _clock(clock: Clock) -> dict[str, Any]:
    due = clock.due
    return {
        "kind": clock.kind.value,
        "state": clock.state.value,
        "who": clock.who,
        "arrest": iso(clock.arrest),
        "day": iso(due.day) if due else None,
        "conservative_day": iso(due.conservative_day) if due else None,
        "binds": due.binds.value if due else None,
        "trace": list(due.trace) if due else [],
        "started_by": iso(clock.started_by),
        "met_on": iso(clock.met_on),
        "late": clock.late,
        "cite": clock.cite,
        "next_step": clock.next_step,
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "number": item.number,
        "case": item.case,
        "count": item.count,
        "code": item.code,
        "section": item.section,
        "agency": item.agency,
        "date": iso(item.date),
    }
