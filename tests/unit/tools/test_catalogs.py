import gettext
import os
from pathlib import Path

import pytest

from tools import catalogs

PO = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Stop"
msgstr "Alto"
"""


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogs, "ROOT", tmp_path)
    path = tmp_path / "src" / "probono" / "ui" / "locale" / "es" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO)
    return path


def test_it_compiles_what_gettext_reads(source: Path) -> None:
    catalogs.compile_all()

    with source.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("Stop") == "Alto"


def test_a_newer_source_asks_for_compiling_again(source: Path) -> None:
    assert not catalogs.are_compiled()
    catalogs.compile_all()
    assert catalogs.are_compiled()

    os.utime(source, (2**31, 2**31))
    assert not catalogs.are_compiled()
