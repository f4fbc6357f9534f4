import json
from pathlib import Path

import jsonschema
import pytest

from tests.unit.filing.packets import filed
from vacatur.filing.manifest import NAME, Manifest, manifest_json, read_manifest
from vacatur.kit.errors import InputError

SCHEMA = Path(__file__).parents[3] / "docs" / "reference" / "manifest.schema.json"


def test_a_manifest_is_read_back_as_it_was_written() -> None:
    folder, manifest = filed()

    assert read_manifest(folder) == manifest


def test_its_json_has_the_shape_that_other_programs_rely_on() -> None:
    folder, manifest = filed()
    data = json.loads((folder / NAME).read_text("utf-8"))

    jsonschema.validate(data, json.loads(SCHEMA.read_text("utf-8")))
    assert next(iter(data)) == "schema"
    assert data == json.loads(json.dumps(manifest_json(manifest)))


def test_the_schema_refuses_a_manifest_that_lacks_a_hash() -> None:
    data = json.loads((filed()[0] / NAME).read_text("utf-8"))
    del data["files"][0]["sha256"]

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(SCHEMA.read_text("utf-8")))


def test_a_folder_without_a_manifest_is_no_packet(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a packet"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"files": 1}', '{"files": [{"path": "a"}], "source": {}}', "\x00"])
def test_a_manifest_that_is_not_ours_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)

    with pytest.raises(InputError, match="cannot be read"):
        read_manifest(tmp_path)


def test_a_manifest_of_another_version_is_refused(tmp_path: Path) -> None:
    data = json.loads((filed()[0] / NAME).read_text("utf-8"))
    (tmp_path / NAME).write_text(json.dumps({**data, "schema": "vacatur.manifest/99"}))

    with pytest.raises(InputError, match="another version"):
        read_manifest(tmp_path)


def test_it_tells_what_the_packet_was_made_from() -> None:
    manifest: Manifest = filed()[1]

    assert manifest.source.file == "sheet.txt"
    assert manifest.source.sha256 == "ab" * 32
    assert len(manifest.source.record_sha256) == 64
    assert (manifest.mode, manifest.as_of) == ("filing", "2026-11-24")
