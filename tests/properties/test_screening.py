"""FICTIONAL. What must hold of every record and every set of facts, whatever they are."""

import datetime as dt
from dataclasses import replace
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from vacatur.law import pack
from vacatur.law.case_table import COLUMNS, read_rows, record_of
from vacatur.records.facts import Facts, Never, Status, Victimization, VictimizationKind
from vacatur.records.record import DispositionKind, Record
from vacatur.screening.engine import screen
from vacatur.screening.finding import Finding, Outcome, Reason, Screening

DAY = dt.date(2026, 11, 24)
USED = [column for column in COLUMNS if column not in ("count", "court_name", "police")]
CHARGES = [
    *(("PC", text) for text in ("647(b)", "484(a)", "487(a)", "211", "245(a)(1)", "459", "459/460(a)", "187", "288")),
    *(("PC", text) for text in ("273.5(a)", "243(e)(1)", "261(a)(3)", "12022.7(a)", "286", "424", "136.1(b)(1)")),
    *(("HS", "11350(a)"), ("VC", "23152(a)"), ("US 18", "371"), ("", "")),
]
SENTENCES = [
    "",
    "36 months probation, 10 days jail",
    "2 years prison",
    "2 years prison suspended, 3 years probation",
    "fine",
]
DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2026, 6, 30))
LEVELS = st.sampled_from(["F", "M", "I", ""])
ENDS = st.sampled_from(["convicted", "dismissed", "acquitted", "prosecutor_rejected", "diverted", ""])
LATER = st.sampled_from(["", *(kind.value for kind in (DispositionKind.VACATED, DispositionKind.SEALED)), "reduced"])
STATEMENTS = st.sampled_from([None, True, False])


@st.composite
def rows(draw: st.DrawFn, number: int) -> list[str]:
    """The counts of one case, or of one arrest that was never filed."""
    filed, arrested = draw(st.booleans()), draw(st.one_of(st.none(), DAYS))
    court = (arrested or draw(DAYS)) + dt.timedelta(days=30)
    return [_row(draw, number, filed, arrested, court) for _ in range(draw(st.integers(1, 3)))]


def _row(draw: st.DrawFn, number: int, filed: bool, arrested: dt.date | None, court: dt.date) -> str:
    code, section = draw(st.sampled_from(CHARGES))
    level, later = draw(LEVELS), draw(LATER)
    end = draw(ENDS) if filed else "prosecutor_rejected"
    cells = {
        "case": f"9AR{number:05}" if filed else "",
        "booking": f"B{number:07}",
        "code": code,
        "section": section,
        "attempt": "yes" if draw(st.integers(0, 9)) == 0 else "",
        "level": level if end == "convicted" else "",
        "charged": draw(LEVELS),
        "arrest": "" if arrested is None else arrested.isoformat(),
        "court": court.isoformat() if filed else "",
        "disposition": "; ".join(filter(None, (end, f"{later} {court}" if later and end else ""))),
        "sentence": draw(st.sampled_from(SENTENCES)) if end == "convicted" else "",
    }
    return " | ".join(cells[column] for column in USED)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record of one to four cases."""
    cases = [draw(rows(number)) for number in range(1, draw(st.integers(2, 5)))]
    return record_of(
        read_rows("\n".join([" | ".join(USED), *(row for case in cases for row in case)]), "drawn"), "drawn"
    )


@st.composite
def periods(draw: st.DrawFn) -> Victimization:
    """A period of victimization, with whatever was told of it."""
    start = draw(st.one_of(st.none(), DAYS))
    end = draw(st.one_of(st.none(), DAYS))
    if start and end and end < start:
        start, end = end, start
    sought = draw(st.one_of(st.none(), st.just(Never.NEVER), DAYS))
    return Victimization(draw(st.sampled_from(list(VictimizationKind))), start, end, sought)


FACTS = st.builds(
    Facts,
    status=st.builds(Status, on_probation=STATEMENTS, serving_sentence=STATEMENTS, charged=STATEMENTS),
    victimizations=st.lists(periods(), max_size=3).map(tuple),
)


def found(screening: Screening) -> dict[str, list[Finding]]:
    """The findings of each item by its id."""
    return {one.item.id: list(one.findings) for one in screening.items}


def steps(reasons: tuple[Reason, ...]) -> list[Reason]:
    """Every step of a tree of reasons."""
    return [step for reason in reasons for step in (reason, *steps(reason.because))]


@cache
def citations() -> frozenset[str]:
    """How every source of the law data is cited."""
    return frozenset(source.citation for source in pack().sources.values())


@given(records(), FACTS)
def test_every_finding_names_sources_that_exist(record: Record, facts: Facts) -> None:
    for item in screen(record, facts, DAY, pack()).items:
        for finding in item.findings:
            cites = [step.cite for step in steps(finding.reasons) if step.cite]
            assert finding.reasons
            assert all(any(cite.startswith(known) for known in citations()) for cite in cites)


NARROWED = st.sampled_from([None, ("pc_236_14",), ("pc_236_15",), ("pc_1203_4",), ("pc_851_91",)])


@given(st.lists(records(), min_size=1, max_size=3), FACTS, NARROWED)
def test_outcomes_alone_are_those_of_the_full_findings(
    drawn: list[Record], facts: Facts, reliefs: tuple[str, ...] | None
) -> None:
    for record in drawn:  # several under the same facts, which share what does not differ
        full, short = (
            screen(record, facts, DAY, pack(), reliefs=reliefs, reasons=reasons) for reasons in (True, False)
        )

        assert [[(one.outcome, one.day) for one in findings] for findings in found(full).values()] == [
            [(one.outcome, one.day) for one in findings] for findings in found(short).values()
        ]


@given(records(), FACTS, st.randoms(use_true_random=False))
def test_a_record_in_another_order_gives_the_same_findings(record: Record, facts: Facts, random: Random) -> None:
    cycles = list(record.cycles)
    random.shuffle(cycles)
    shuffled = replace(record, cycles=tuple(cycles))

    assert found(screen(shuffled, facts, DAY, pack())) == found(screen(record, facts, DAY, pack()))


@given(records(), FACTS)
def test_an_unrelated_dismissed_count_never_makes_a_finding_worse(record: Record, facts: Facts) -> None:
    other = "5DV99999 | B9999999 | PC | 602 |  |  | M | 2004-05-05 | 2004-06-05 | dismissed | "
    added = record_of(read_rows("\n".join((" | ".join(USED), other)), "drawn"), "drawn").cycles
    more = replace(record, cycles=(*record.cycles, *added))

    before, after = (found(screen(one, facts, DAY, pack())) for one in (record, more))

    assert len(after) == len(before) + 1
    assert {id_: after[id_] for id_ in before} == before


@given(records(), FACTS, st.integers(1, 700))
def test_a_later_day_never_undoes_a_wait_that_is_over(record: Record, facts: Facts, days: int) -> None:
    earlier = found(screen(record, facts, DAY, pack()))
    later = found(screen(record, facts, DAY + dt.timedelta(days=days), pack()))

    for id_, findings in earlier.items():
        for one, other in zip(findings, later[id_], strict=True):
            if one.outcome is not Outcome.NOT_YET:
                assert other.outcome is one.outcome


@given(records(), FACTS)
def test_a_wait_is_over_on_its_day_and_not_the_day_before(record: Record, facts: Facts) -> None:
    for item in screen(record, facts, DAY, pack()).items:
        for place, finding in enumerate(item.findings):
            if finding.day is None or not DAY < finding.day < dt.date(2036, 1, 1):
                continue
            on_the_day = found(screen(record, facts, finding.day, pack()))[item.item.id][place]
            before = found(screen(record, facts, finding.day - dt.timedelta(days=1), pack()))[item.item.id][place]
            assert before.outcome is Outcome.NOT_YET
            assert on_the_day.outcome is not Outcome.NOT_YET or on_the_day.day is None


@given(records(), FACTS)
def test_only_a_wait_has_a_day_and_only_what_is_open_asks(record: Record, facts: Facts) -> None:
    closed = (Outcome.BARRED, Outcome.NOT_APPLICABLE, Outcome.ALREADY_GRANTED)
    for findings in found(screen(record, facts, DAY, pack())).values():
        for finding in findings:
            assert finding.day is None or finding.outcome is Outcome.NOT_YET
            assert finding.outcome is not Outcome.NEEDS_FACTS or finding.missing
            assert finding.outcome is not Outcome.LAWYER_DECIDES or finding.questions
            assert finding.outcome not in closed or not (finding.questions or finding.missing)


@given(records(), FACTS)
def test_vacatur_is_never_more_than_available_and_leaves_the_court_s_part_open(record: Record, facts: Facts) -> None:
    for findings in found(screen(record, facts, DAY, pack(), reliefs=("pc_236_14", "pc_236_15"))).values():
        for finding in findings:
            if finding.outcome is Outcome.AVAILABLE:
                judged = {step.id: step.holds for step in finding.reasons}
                assert judged["vacatur.intent"] is judged["vacatur.interest_of_justice"] is None


@settings(max_examples=50)
@given(records())
def test_without_facts_nothing_of_vacatur_is_decided_in_favor(record: Record) -> None:
    for findings in found(screen(record, None, DAY, pack(), reliefs=("pc_236_14", "pc_236_15"))).values():
        assert all(finding.outcome is not Outcome.AVAILABLE for finding in findings)
