"""The one door to Pillow for pictures from outside: the same picture, upright, and nothing else that came with it."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from vacatur.kit.errors import InputError

DAMAGED = "This picture is damaged and cannot be opened. Please save it again."
JPEG, PNG = "JPEG", "PNG"
_QUALITY = 92
_TURN = 0x0112


def plain_picture(data: bytes, kind: str, *, most_pixels: int) -> bytes:
    """The same picture, drawn anew in the kind asked for (JPEG or PNG): no place, no camera, no name, no thumbnail, no tail.

    Raises:
        InputError: when the file is no picture of that kind, is damaged, or has more pixels than allowed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(io.BytesIO(data), formats=[kind])
            if picture.width * picture.height > most_pixels:
                raise InputError(DAMAGED)
            picture.load()
            upright = ImageOps.exif_transpose(picture)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise InputError(DAMAGED) from None
    has_alpha = "A" in upright.getbands() or "transparency" in upright.info
    mode = ("RGBA" if has_alpha and kind == PNG else "RGB") if upright.mode not in ("L", "RGB") else upright.mode
    plain = Image.new(mode, upright.size)
    plain.paste(upright.convert(mode))
    out = io.BytesIO()
    plain.save(out, format=kind, quality=_QUALITY) if kind == JPEG else plain.save(out, format=kind)
    return out.getvalue()


def load_formats() -> None:
    """Loads what opening a picture needs, for a process that will see no files later."""
    from PIL import JpegImagePlugin, PngImagePlugin, TiffImagePlugin  # noqa: F401

    for kind in (PNG, JPEG):
        plain_picture(_tiny(kind), kind, most_pixels=1)


def _tiny(kind: str) -> bytes:
    out, camera = io.BytesIO(), Image.Exif()
    camera[_TURN] = 1
    Image.new("RGB", (1, 1)).save(out, format=kind, exif=camera)
    return out.getvalue()
