import io

import pytest
from PIL import Image

from vacatur.doors.picture import JPEG, PNG, load_formats, plain_picture
from vacatur.kit.errors import InputError

WHERE = "by the river, FICTIONAL"
MANY = 10_000_000


def _picture(kind: str, mode: str = "RGB", *, turn: int = 1) -> bytes:
    camera = Image.Exif()
    camera[0x010E] = WHERE
    camera[0x0112] = turn
    out = io.BytesIO()
    Image.new(mode, (60, 20)).save(out, format=kind, exif=camera)
    return out.getvalue()


@pytest.mark.parametrize("kind", [JPEG, PNG])
def test_what_came_with_the_picture_is_gone(kind: str) -> None:
    data = _picture(kind)

    plain = plain_picture(data + b"tail", kind, most_pixels=MANY)

    assert WHERE.encode() in data
    assert WHERE.encode() not in plain
    assert not plain.endswith(b"tail")
    assert Image.open(io.BytesIO(plain)).format == kind


def test_it_stands_upright() -> None:
    assert Image.open(io.BytesIO(plain_picture(_picture(JPEG, turn=6), JPEG, most_pixels=MANY))).size == (20, 60)


@pytest.mark.parametrize(
    ("kind", "mode", "kept"),
    [(PNG, "RGBA", "RGBA"), (PNG, "P", "RGB"), (PNG, "L", "L"), (PNG, "1", "RGB"), (JPEG, "CMYK", "RGB")],
)
def test_colors_are_kept_as_far_as_they_are_seen(kind: str, mode: str, kept: str) -> None:
    assert Image.open(io.BytesIO(plain_picture(_picture(kind, mode), kind, most_pixels=MANY))).mode == kept


@pytest.mark.parametrize("data", [b"", b"no picture", _picture(JPEG), _picture(PNG)[:60]])
def test_what_is_no_picture_of_the_kind_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged"):
        plain_picture(data, PNG, most_pixels=MANY)


def test_a_picture_with_too_many_points_is_not_drawn() -> None:
    with pytest.raises(InputError):
        plain_picture(_picture(PNG), PNG, most_pixels=1199)


def test_the_formats_can_be_loaded_before() -> None:
    load_formats()
