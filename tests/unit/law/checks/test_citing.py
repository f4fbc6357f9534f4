from collections.abc import Callable
from pathlib import Path

from vacatur.law import Pack
from vacatur.law.checks.citing import decided_from_memory, unused_sources
from vacatur.law.checks.code import texts_in

Edit = Callable[[str, str, str], Pack]
NEW = '[pc_1]\ncitation = "Pen. Code, § 1"\ntitle = "Title"\npinpoint = "subd"\n\n[pc_236_14]'


def test_a_source_is_used_by_data_by_code_or_by_a_paper(edit: Edit, tmp_path: Path) -> None:
    law = edit("sources.toml", "[pc_236_14]", NEW)
    (tmp_path / "code").mkdir()

    assert "Law data, sources.toml: nothing cites the source 'pc_1'." in list(unused_sources(law, texts_in([])))
    (tmp_path / "code/m.py").write_text('CITE = "pc_1(a)"\n', encoding="utf-8")
    assert not any("'pc_1'" in text for text in unused_sources(law, texts_in([tmp_path / "code"])))


def test_what_decides_must_rest_on_a_source_that_was_read(edit: Edit) -> None:
    law = edit(
        "offenses/pc_118.toml", 'cite = "from_memory"\nconfidence = "M"', 'cite = "from_memory"\nconfidence = "C1"'
    )

    assert list(decided_from_memory(law)) == [
        "Law data, offenses/pc_118.toml (no source read (from memory)): it may decide, but its source was never read; mark it M."
    ]
