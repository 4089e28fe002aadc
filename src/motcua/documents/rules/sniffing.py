"""What a file really is: told from its bytes, then proved by reading it, whatever its name."""

import io
import re
import unicodedata
import warnings
from pathlib import PurePosixPath

import filetype

from motcua.documents.rules import office
from motcua.documents.rules.policy import EXCEL, POLICY, TYPES, WORD, Policy, UploadRefused
from motcua.kernel.words import Sentence

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f<>:\"/\\|?*\u202a-\u202e\u2066-\u2069]")


def clean_name(filename: str) -> str:
    """Give a name that is safe to store and show: no path, no control or direction marks, ≤ 120."""
    name = unicodedata.normalize("NFC", filename).replace("\\", "/").rsplit("/", 1)[-1]
    name = _FORBIDDEN.sub("", name).strip(" .") or "tep"
    path = PurePosixPath(name)
    return path.stem[: 120 - len(path.suffix[:10])] + path.suffix[:10]


def media_type_of(content: bytes, *, filename: str, policy: Policy = POLICY) -> str:
    """Return the media type of `content`, or refuse it (`UploadRefused`).

    The type comes from the first bytes and must be on the list; then the file is parsed: a PDF must
    open, not be locked, and not act where it is signed; an image must decode and stay under the
    pixel limit; an office file must hold no macros.
    """
    if content.startswith(b"PK\x03\x04"):
        return _check_office(content, filename)
    kind = filetype.guess(content[:8192])
    media_type = str(kind.mime) if kind else ""
    if media_type not in TYPES or media_type in (WORD, EXCEL):
        raise _not_taken(filename)
    if media_type == "application/pdf":
        _check_pdf(content, filename, policy)
    elif media_type == "image/heic":
        _check_heic(content, filename, policy)
    else:
        _check_image(content, filename, policy)
    return media_type


def with_suffix(filename: str, media_type: str) -> str:
    """Make the name end as its real type does."""
    suffix = TYPES[media_type][0]
    path = PurePosixPath(filename)
    same = {".jpeg": ".jpg", ".jpe": ".jpg", ".heif": ".heic"}
    if same.get(path.suffix.lower(), path.suffix.lower()) == suffix:
        return filename
    return f"{filename}{suffix}"


def _check_pdf(content: bytes, filename: str, policy: Policy) -> None:
    from motcua.documents.rules.cleaning import pdfs  # noqa: PLC0415 -- slow import

    if not content.startswith(b"%PDF-"):
        raise _not_taken(filename)
    try:
        seen = pdfs.look(content)
    except pdfs.Unreadable as cause:
        raise (_locked(filename) if cause.locked else _damaged(filename)) from cause
    if seen.signed and seen.acts:
        raise _signed_and_acting(filename)
    if not 0 < seen.pages <= policy.most_pages:
        raise _damaged(filename)


def _check_office(content: bytes, filename: str) -> str:
    try:
        media_type = office.media_type_of(content)
    except office.Macros as cause:
        raise _with_macros(filename) from cause
    except office.Unreadable as cause:
        raise _damaged(filename) from cause
    if not media_type:
        raise _not_taken(filename)
    return media_type


def _check_heic(content: bytes, filename: str, policy: Policy) -> None:
    from motcua.documents.rules.cleaning import images  # noqa: PLC0415 -- slow import

    try:
        width, height = images.heic_size(content)
    except images.Unreadable as cause:
        raise _damaged(filename) from cause
    _check_pixels(width, height, filename=filename, policy=policy)


def _check_image(content: bytes, filename: str, policy: Policy) -> None:
    from PIL import Image  # noqa: PLC0415 -- slow import

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as image:
                _check_pixels(*image.size, filename=filename, policy=policy)
                image.verify()
    except UploadRefused:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as cause:
        raise _damaged(filename) from cause


def _check_pixels(width: int, height: int, *, filename: str, policy: Policy) -> None:
    if width * height > policy.most_pixels:
        raise UploadRefused(
            Sentence(
                vi=(
                    f"Ảnh “{filename}” quá lớn ({width}×{height} điểm). Bạn hãy "
                    "chụp lại ở độ phân giải thấp hơn."
                ),
                en=(
                    f"The image “{filename}” is too large ({width}×{height} pixels). "
                    "Please take it at a lower resolution."
                ),
            )
        )


def _locked(filename: str) -> UploadRefused:
    return UploadRefused(
        Sentence(
            vi=f"Tệp “{filename}” bị khóa bằng mật khẩu. Bạn hãy bỏ mật khẩu rồi tải lại.",
            en=f"The file “{filename}” is locked by a password. Please remove the password.",
        )
    )


def _signed_and_acting(filename: str) -> UploadRefused:
    return UploadRefused(
        Sentence(
            vi=(
                f"Tệp “{filename}” có chữ ký số nhưng chứa mã tự chạy hoặc tệp đính kèm. Hệ thống "
                "không sửa tệp đã ký và không nhận tệp có mã tự chạy. Bạn hãy xuất lại PDF không "
                "có các phần đó rồi ký lại."
            ),
            en=(
                f"The file “{filename}” is signed, but holds scripts or files. A signed file is "
                "not altered and one with scripts is not taken. Please export the PDF without "
                "these and sign it again."
            ),
        )
    )


def _with_macros(filename: str) -> UploadRefused:
    return UploadRefused(
        Sentence(
            vi=(
                f"Tệp “{filename}” có macro hoặc phần nhúng tự chạy nên không nhận được. "
                "Bạn hãy lưu thành PDF rồi tải lại."
            ),
            en=(
                f"The file “{filename}” holds macros or embedded programs and was not taken. "
                "Please save it as PDF and try again."
            ),
        )
    )


def _not_taken(filename: str) -> UploadRefused:
    names = ", ".join(label for _, label in TYPES.values())
    return UploadRefused(
        Sentence(
            vi=(
                f"Không nhận được tệp “{filename}” vì nội dung không phải là {names}. "
                "Bạn hãy chụp ảnh giấy tờ hoặc lưu thành PDF rồi tải lại."
            ),
            en=(
                f"The file “{filename}” was not taken: its content is none of {names}. "
                "Please photograph the paper or save it as PDF and try again."
            ),
        )
    )


def _damaged(filename: str) -> UploadRefused:
    return UploadRefused(
        Sentence(
            vi=f"Tệp “{filename}” bị hỏng, không mở được. Bạn hãy chụp hoặc lưu lại rồi tải lên.",
            en=f"The file “{filename}” is damaged and cannot be opened. Please save it again.",
        )
    )
