"""Counting the pages of a scan, so that a sheet left out is found while the person is there."""

import io

from motcua.documents.rules.policy import UploadRefused
from motcua.kernel.words import Sentence


def count_pages(content: bytes, *, media_type: str) -> int:
    """Count the pages of a file that was checked: of a PDF its own, of an image its frames.

    Refuses (`UploadRefused`) what is no scan, such as a text document.
    """
    if media_type == "application/pdf":
        from motcua.documents.rules.cleaning import pdfs  # noqa: PLC0415 -- slow import

        return pdfs.look(content).pages
    if media_type == "image/heic":
        return 1
    if not media_type.startswith("image/"):
        raise UploadRefused(
            Sentence(
                vi="Bản quét phải là PDF hoặc ảnh. Bạn hãy quét lại thành PDF.",
                en="A scan is a PDF or an image. Scan it again as a PDF.",
            )
        )
    from PIL import Image  # noqa: PLC0415 -- slow import

    with Image.open(io.BytesIO(content)) as image:
        return int(getattr(image, "n_frames", 1))


def check_pages(counted: int, *, declared: int, filename: str) -> None:
    """Refuse (`UploadRefused`) a scan with more or fewer pages than were declared."""
    if counted == declared:
        return
    remedy = (
        ("Có thể còn tờ chưa quét.", "A sheet may have been left out.")
        if counted < declared
        else ("Có thể có tờ quét hai lần hoặc của giấy tờ khác.", "A sheet may be there twice.")
    )
    raise UploadRefused(
        Sentence(
            vi=(
                f"Bạn khai {declared} trang nhưng tệp “{filename}” có {counted} trang. {remedy[0]} "
                "Bạn hãy đếm lại giấy tờ rồi quét hoặc khai lại."
            ),
            en=(
                f"You said {declared} but the file “{filename}” has {counted} as its page count. "
                f"{remedy[1]} Count the papers again, then scan or declare again."
            ),
        )
    )
