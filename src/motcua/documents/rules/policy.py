"""The size and type policy of uploads: one place, announced on every page that takes files."""

from dataclasses import dataclass

from motcua.kernel.words import Refused, Sentence

MEGABYTE = 1024 * 1024


class UploadRefused(Refused):
    """A file was not taken."""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is taken: bytes a file, files a component, bytes a dossier, pixels an image."""

    largest_file: int = 10 * MEGABYTE
    largest_dossier: int = 60 * MEGABYTE
    most_files: int = 40
    most_pixels: int = 80_000_000
    most_pages: int = 300


POLICY = Policy()

TYPES = {
    "application/pdf": (".pdf", "PDF"),
    "image/jpeg": (".jpg", "JPG"),
    "image/png": (".png", "PNG"),
    "image/webp": (".webp", "WebP"),
    "image/heic": (".heic", "HEIC"),
}


def announcement(policy: Policy = POLICY) -> Sentence:
    """Say what is taken, in one sentence for the page."""
    names = ", ".join(label for _, label in TYPES.values())
    size = policy.largest_file // MEGABYTE
    return Sentence(
        vi=f"Ảnh chụp hoặc tệp {names}; mỗi tệp không quá {size} MB.",
        en=f"A photo or a file of type {names}; at most {size} MB each.",
    )


def check_size(size: int, *, filename: str, policy: Policy = POLICY) -> None:
    """Refuse an empty file or one over the limit, with a remedy."""
    if size <= 0:
        raise UploadRefused(
            Sentence(
                vi=f"Tệp “{filename}” trống. Bạn hãy chọn lại tệp có nội dung.",
                en=f"The file “{filename}” is empty. Please choose a file with content.",
            )
        )
    if size > policy.largest_file:
        limit = policy.largest_file // MEGABYTE
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
