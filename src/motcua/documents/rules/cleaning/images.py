"""Pictures are drawn anew: upright, at most so large, without where and with what they were taken.

Whatever was hidden behind or between the picture's own data stays behind with it.
"""

import io
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

LOOKS_GOOD = 88
"""JPEG and WebP quality; letters of a photographed page stay sharp."""

_WRITTEN_AS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP", "image/heic": "JPEG"}
_MODES = {
    "JPEG": ("RGB", "L"),
    "PNG": ("RGB", "RGBA", "L", "LA", "P", "1"),
    "WEBP": ("RGB", "RGBA"),
}
_GPS = 0x8825


class Unreadable(Exception):
    """The picture cannot be decoded."""


def redrawn(content: bytes, media_type: str, *, longest: int) -> tuple[bytes, str, tuple[str, ...]]:
    """Give (bytes, media type, what was taken out) of a picture drawn anew.

    `longest`: pixels of the longer side beyond which it is made smaller. HEIC becomes JPEG, which
    every browser shows. Of several frames the first is kept. Raises `Unreadable`.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 -- slow import

    _know_heic()
    taken_out = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as image:
                exif = image.getexif()
                if exif:
                    taken_out.append("place" if exif.get_ifd(_GPS) else "details")
                upright = ImageOps.exif_transpose(image)
                if max(upright.size) > longest:
                    upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
                    taken_out.append("pixels")
                written = _written(upright, _WRITTEN_AS[media_type])
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as cause:
        raise Unreadable(str(cause)) from cause
    kept = "image/jpeg" if media_type == "image/heic" else media_type
    return written, kept, tuple(taken_out)


def heic_size(content: bytes) -> tuple[int, int]:
    """Give the pixels of a HEIC picture; raises `Unreadable`."""
    import pi_heif  # noqa: PLC0415 -- slow import

    try:
        width, height = pi_heif.open_heif(content).size
    except (OSError, ValueError, EOFError, SyntaxError, RuntimeError) as cause:
        raise Unreadable(str(cause)) from cause
    return int(width), int(height)


def _written(image: "Picture", kind: str) -> bytes:
    if image.mode not in _MODES[kind]:
        see_through = "A" in image.getbands() or "transparency" in image.info
        image = image.convert("RGBA" if see_through and kind != "JPEG" else "RGB")
    clean = image.copy()
    clean.info = {key: value for key, value in image.info.items() if key == "transparency"}
    out = io.BytesIO()
    if kind == "PNG":
        clean.save(out, kind)
    else:
        clean.save(out, kind, quality=LOOKS_GOOD)
    return out.getvalue()


def _know_heic() -> None:
    import pi_heif  # noqa: PLC0415 -- slow import

    pi_heif.register_heif_opener()
