"""Every cite names a source (the loaders see to that), every source is cited, and what decides rests on a source that was read."""

import re
from collections.abc import Iterator

from vacatur.law.checks.code import Texts
from vacatur.law.files import files_in
from vacatur.law.pack import Pack
from vacatur.law.sources import FILE, split_cite

_CITE = re.compile(r'"([a-z][a-z0-9_]*)((?:\([0-9A-Za-z.]+\))*)"|\{(?:cite|law):([a-z][a-z0-9_]*)')


def unused_sources(pack: Pack, texts: Texts) -> Iterator[str]:
    """Sources that no data file and no code cites."""
    used = {
        found[1] or found[3]
        for file in files_in(pack.root, ".")
        if file != FILE
        for found in _CITE.finditer((pack.root / file).read_text(encoding="utf-8"))
    }
    used |= {text.partition("(")[0] for text in texts.whole}
    for key in sorted(pack.sources.keys() - used):
        yield f"Law data, {FILE}: nothing cites the source '{key}'."


def decided_from_memory(pack: Pack) -> Iterator[str]:
    """A mark that may decide (C2, C1) on a source nobody read."""
    for where, cite, may_decide in _marked(pack):
        key, _ = split_cite(cite)
        if may_decide and pack.sources[key].read_on is None:
            yield f"Law data, {where} ({pack.citation(cite)}): it may decide, but its source was never read; mark it M."


def _marked(pack: Pack) -> Iterator[tuple[str, str, bool]]:
    for id_ in pack.parameter_ids():
        for value in pack.parameter_of(id_).values:
            yield f"parameters/{id_}.toml", value.source, value.confidence.may_decide
    for entry in pack.violent_list.all:
        for rule in entry.rules:
            yield f"violent/{entry.id}.toml", rule.source, rule.confidence.may_decide
    for relief in pack.reliefs():
        yield f"reliefs/{relief.id}.toml", relief.source, relief.confidence.may_decide
    for id_ in pack.rule_ids():
        rule_ = pack.rule(id_)
        yield f"deadlines/{id_}.toml", rule_.source, rule_.confidence.may_decide
    for offense in pack.offenses.all:
        for flag in offense.flags:
            yield f"offenses/{offense.id}.toml", flag.source_key, flag.confidence.may_decide
