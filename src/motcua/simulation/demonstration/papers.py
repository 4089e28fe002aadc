"""Photographs that people of a demonstration attach."""

import io
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import motcua

_FONTS = Path(motcua.__file__).parent / "design" / "fonts"


def photograph(title: str, lines: tuple[str, ...]) -> bytes:
    """Draw a paper with a title and lines, marked as a demonstration's; a JPEG."""
    paper = Image.new("RGB", (900, 640), "#f7f3ea")
    pen = ImageDraw.Draw(paper)
    bold = ImageFont.truetype(_FONTS / "BeVietnamPro-Bold.ttf", 40)
    plain = ImageFont.truetype(_FONTS / "BeVietnamPro-Regular.ttf", 26)
    pen.rectangle((24, 24, 876, 616), outline="#8a1c1c", width=3)
    pen.text((450, 90), title, font=bold, fill="#8a1c1c", anchor="mm")
    pen.text((450, 145), "(mô phỏng, không có giá trị)", font=plain, fill="#555555", anchor="mm")
    for number, line in enumerate(lines):
        pen.text((70, 220 + 60 * number), line, font=plain, fill="#222222")
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=80)
    return out.getvalue()
