"""Do pages and dossiers tell the same story? The two channels are counted independently."""

from motcua.kernel.words import Sentence
from motcua.measurement.values.quality import Verdict

FEWEST = 30
"""Fewer successes and events together tell nothing."""
LOW, HIGH = 0.75, 1.30
"""Between these ratios of pages' successes to dossier events the channels agree: some readers
block tracking, some submit twice."""
BATCHED = 0.20
"""Above this share of online dossiers in runs of five a minute, they were typed by officers."""


def verdict(*, pages: int, dossiers: int, batched: int) -> Verdict:
    """Judge pages' successes against dossier events received online.

    Batch-typing is looked for first: dossiers that officers typed for people have no page success
    either, and would look like missing tracking.
    """
    if pages + dossiers < FEWEST:
        return Verdict.FEW
    if dossiers and batched / dossiers > BATCHED:
        return Verdict.BATCHED
    if pages < LOW * dossiers:
        return Verdict.NO_TRACKING
    if pages > HIGH * dossiers:
        return Verdict.NO_DOSSIERS
    return Verdict.CONSISTENT


def ratio(*, pages: int, dossiers: int) -> float | None:
    """Give pages' successes for each dossier event; None where there was no event."""
    return pages / dossiers if dossiers else None


def explained(verdict: Verdict, *, pages: int, dossiers: int, batched: int) -> Sentence:
    """Say what was found, with its numbers, and what it may mean."""
    counted = Sentence(
        f"Trang ghi nhận {pages:,} lượt nộp thành công; hệ thống báo {dossiers:,} hồ sơ nhận trực "
        "tuyến. ".replace(",", "."),
        f"Pages saw {pages:,} successful submissions; the system reported {dossiers:,} dossiers "
        "received online. ",
    )
    batches = f"{batched:,}".replace(",", ".")
    told = {
        Verdict.FEW: Sentence("Quá ít để kết luận.", "Too little to say anything."),
        Verdict.CONSISTENT: Sentence("Hai kênh khớp nhau.", "The two channels agree."),
        Verdict.NO_TRACKING: Sentence(
            "Thiếu mã theo dõi trên trang nộp, hoặc hồ sơ không do người dân tự nộp.",
            "The submission page lacks tracking, or people did not submit these themselves.",
        ),
        Verdict.NO_DOSSIERS: Sentence(
            "Hệ thống không gửi đủ sự kiện hồ sơ.",
            "The system does not send all its dossier events.",
        ),
        Verdict.BATCHED: Sentence(
            f"{batches} hồ sơ đến từng loạt, ít nhất năm hồ sơ một phút: nhiều khả năng "
            "cán bộ nhập thay người dân.",
            f"{batched:,} came in runs of at least five a minute: most likely officers typed "
            "them for people.",
        ),
    }[verdict]
    return Sentence(counted.vi + told.vi, counted.en + told.en)
