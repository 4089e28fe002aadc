"""Which files are taken as evidence: told from their bytes, whatever their names say."""

import re
import unicodedata
from pathlib import PurePosixPath

import filetype

from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.worksheets import Upload
from motcua.kernel.words import Sentence

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
MOST_FILES = 10
"""Files that one side may add to one criterion of a portal."""
TYPES = {
    "application/pdf": "PDF",
    "image/png": "PNG",
    "image/jpeg": "JPG",
    "image/webp": "WebP",
    "video/mp4": "MP4",
    "video/webm": "WebM",
}
_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u202a-\u202e\u2066-\u2069]")


def media_type_of(upload: Upload) -> str:
    """Give the media type of a file; refuses one that is empty, too large or of another type."""
    if not upload.content:
        raise _no("Tệp này trống.", "This file is empty.")
    if len(upload.content) > LARGEST:
        most = LARGEST // MEGABYTE
        raise _no(
            f"Tệp lớn quá {most} MB. Bạn hãy chụp nhỏ lại hoặc cắt ngắn.",
            f"The file is larger than {most} MB. Please make it smaller.",
        )
    kind = filetype.guess(upload.content[:8192])
    media_type = str(kind.mime) if kind else ""
    if media_type not in TYPES:
        names = ", ".join(TYPES.values())
        raise _no(
            f"Tệp không phải {names}. Bạn hãy chụp màn hình hoặc lưu thành PDF.",
            f"The file is none of {names}. Please take a picture or save it as PDF.",
        )
    return media_type


def clean_name(name: str) -> str:
    """Give a name that is safe to keep and show: no path, no control or direction marks."""
    whole = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    path = PurePosixPath(_FORBIDDEN.sub("", whole).strip(" .") or "tep")
    suffix = path.suffix[:10]
    return path.stem[: 120 - len(suffix)] + suffix


def _no(vi: str, en: str) -> CampaignRefused:
    return CampaignRefused("tep", Sentence(vi, en))
