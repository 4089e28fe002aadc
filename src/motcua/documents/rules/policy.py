"""The size and type policy of uploads: one place, announced on every page that takes files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from motcua.kernel.words import Refused, Sentence

MEGABYTE = 1024 * 1024


class UploadRefused(Refused):
    """A file was not taken."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is taken: bytes a file, files and bytes a dossier, pixels an image, pages a PDF.

    `longest_side`: pixels beyond which a picture is made smaller. `store_…`: papers that a person
    keeps for later. `incoming_kept`: how long what came lies beside what is given out of it.
    """

    largest_file: int = 10 * MEGABYTE
    largest_dossier: int = 60 * MEGABYTE
    most_files: int = 40
    most_pixels: int = 80_000_000
    most_pages: int = 300
    longest_side: int = 4000
    store_files: int = 50
    store_size: int = 100 * MEGABYTE
    incoming_kept: timedelta = timedelta(days=30)


POLICY = Policy()

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {
    "application/pdf": (".pdf", "PDF"),
    "image/jpeg": (".jpg", "JPG"),
    "image/png": (".png", "PNG"),
    "image/webp": (".webp", "WebP"),
    "image/heic": (".heic", "HEIC"),
    WORD: (".docx", "DOCX"),
    EXCEL: (".xlsx", "XLSX"),
}
_ACCEPTED = {
    "pdf": ("application/pdf",),
    "jpg": ("image/jpeg", "image/heic", "image/webp"),
    "png": ("image/png",),
    "docx": (WORD,),
    "xlsx": (EXCEL,),
}


def media_types(accept: Iterable[str]) -> tuple[str, ...]:
    """Give the media types behind the words of a form (`pdf`, `jpg` …); all where there are none.

    Whoever takes JPG also takes what telephones make instead of it.
    """
    wanted = {kind for word in accept for kind in _ACCEPTED.get(word, ())}
    return tuple(kind for kind in TYPES if kind in wanted) or tuple(TYPES)


@dataclass(frozen=True, slots=True)
class Taken:
    """What one question takes: kinds of file (none named: all), megabytes where it takes less."""

    accept: tuple[str, ...] = ()
    megabytes: int | None = None


ANYTHING = Taken()


def announcement(taken: Taken = ANYTHING, *, policy: Policy = POLICY) -> Sentence:
    """Say what is taken, in one sentence for the page."""
    names = ", ".join(TYPES[kind][1] for kind in media_types(taken.accept))
    size = _megabytes(taken, policy)
    return Sentence(
        vi=f"Ảnh chụp hoặc tệp {names}; mỗi tệp không quá {size} MB.",
        en=f"A photo or a file of type {names}; at most {size} MB each.",
    )


def limits(policy: Policy = POLICY) -> Sentence:
    """Say the limits of a whole application and of one's store, for the page of help."""
    whole, room = policy.largest_dossier // MEGABYTE, policy.store_size // MEGABYTE
    return Sentence(
        vi=f"Một hồ sơ nhận tối đa {policy.most_files} tệp và {whole} MB; PDF không quá "
        f"{policy.most_pages} trang. Kho giấy tờ của bạn giữ thêm được {policy.store_files} giấy "
        f"tờ bạn tự cất, {room} MB. Ảnh lớn hơn {policy.longest_side} điểm một chiều được thu nhỏ.",
        en=f"An application takes at most {policy.most_files} files and {whole} MB; a PDF at most "
        f"{policy.most_pages} pages. Your store holds another {policy.store_files} papers of "
        f"your own, {room} MB. Pictures over {policy.longest_side} pixels are made smaller.",
    )


def _megabytes(taken: Taken, policy: Policy) -> int:
    largest = policy.largest_file // MEGABYTE
    return min(taken.megabytes or largest, largest)


def check_type(media_type: str, *, filename: str, taken: Taken) -> None:
    """Refuse a file of a kind that this question does not take."""
    kinds = media_types(taken.accept)
    if media_type not in kinds:
        names = ", ".join(TYPES[kind][1] for kind in kinds)
        raise UploadRefused(
            Sentence(
                vi=f"Câu hỏi này chỉ nhận {names}. Bạn hãy chụp lại hoặc lưu tệp “{filename}” "
                "thành một trong các loại đó.",
                en=f"This question takes {names} only. Please save “{filename}” as one of these.",
            )
        )


def check_size(
    size: int, *, filename: str, taken: Taken = ANYTHING, policy: Policy = POLICY
) -> None:
    """Refuse an empty file or one over the limit (or the lower one of a form), with a remedy."""
    if size <= 0:
        raise UploadRefused(
            Sentence(
                vi=f"Tệp “{filename}” trống. Bạn hãy chọn lại tệp có nội dung.",
                en=f"The file “{filename}” is empty. Please choose a file with content.",
            )
        )
    limit = _megabytes(taken, policy)
    if size > limit * MEGABYTE:
        actual = f"{size / MEGABYTE:.1f}".replace(".", ",")
        raise UploadRefused(
            Sentence(
                vi=(
                    f"Tệp “{filename}” nặng {actual} MB, quá mức {limit} MB. Bạn hãy chụp lại ở độ "
                    "phân giải thấp hơn hoặc tách thành nhiều tệp."
                ),
                en=(
                    f"The file “{filename}” has {size / MEGABYTE:.1f} MB, over the limit of "
                    f"{limit} MB. Please take the photo at a lower resolution or split the file."
                ),
            )
        )


def check_total(*, files: int, size: int, policy: Policy = POLICY) -> None:
    """Refuse when a dossier would hold too many files or bytes after this one."""
    if files > policy.most_files or size > policy.largest_dossier:
        raise UploadRefused(
            Sentence(
                vi=(
                    f"Hồ sơ chỉ nhận tối đa {policy.most_files} tệp và "
                    f"{policy.largest_dossier // MEGABYTE} MB. Bạn hãy bỏ bớt tệp không cần."
                ),
                en=(
                    f"An application takes at most {policy.most_files} files and "
                    f"{policy.largest_dossier // MEGABYTE} MB. Please remove what is not needed."
                ),
            )
        )
