"""How a site's connection is judged, from when its two channels were last heard."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.kernel.words import Sentence
from motcua.measurement.values.quality import Connection, Health
from motcua.measurement.values.sites import Site

SILENT_AFTER = timedelta(hours=48)
"""Nothing from any channel for so long is silence; a weekend of a small commune is not."""
HALF_AFTER = timedelta(days=7)
"""One channel alone for so long: half a connection."""
REFUSED_ABOVE = 0.05
"""More than one fact in twenty refused: the feeder is in error."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard of a site; `facts` and `refused` of the last seven days."""

    page_at: datetime | None = None
    dossier_at: datetime | None = None
    facts: int = 0
    refused: int = 0


def connection(site: Site, heard: Heard, *, at: datetime) -> Connection:
    """Judge a site's connection at a moment."""
    share = heard.refused / heard.facts if heard.facts else None
    status, since = _status(heard, share, at)
    return Connection(
        site=site.number,
        name=site.name,
        agency=site.agency,
        page_at=heard.page_at,
        dossier_at=heard.dossier_at,
        facts=heard.facts,
        refused=share,
        status=status,
        silent_since=since,
        sentence=_sentence(status, heard, at),
    )


def _status(heard: Heard, refused: float | None, at: datetime) -> tuple[Health, datetime | None]:
    known = [moment for moment in (heard.page_at, heard.dossier_at) if moment is not None]
    if not known:
        return Health.NEVER, None
    if at - max(known) > SILENT_AFTER:
        return Health.SILENT, max(known)
    if refused is not None and refused > REFUSED_ABOVE:
        return Health.REFUSED, None
    if len(known) < 2 or at - min(known) > HALF_AFTER:
        return Health.HALF, min(known) if len(known) == 2 else None
    return Health.FINE, None


def _sentence(status: Health, heard: Heard, at: datetime) -> Sentence:
    pages_missing = heard.page_at is None or (
        heard.dossier_at is not None and heard.page_at < heard.dossier_at
    )
    last = max((m for m in (heard.page_at, heard.dossier_at) if m), default=at)
    hours = int((at - last) / timedelta(hours=1))
    return {
        Health.NEVER: Sentence("Chưa gửi gì bao giờ.", "Has never sent anything."),
        Health.SILENT: Sentence(
            f"Không gửi gì đã {hours} giờ.", f"Has sent nothing for {hours} hours."
        ),
        Health.REFUSED: Sentence(
            "Trong 7 ngày, hơn 5 % tin gửi đến bị từ chối vì sai.",
            "In 7 days more than 5 % of what it sent was refused as wrong.",
        ),
        Health.HALF: Sentence(
            "Chỉ gửi sự kiện hồ sơ, không gửi lượt xem trang."
            if pages_missing
            else "Chỉ gửi lượt xem trang, không gửi sự kiện hồ sơ.",
            "Sends dossier events only, no page views."
            if pages_missing
            else "Sends page views only, no dossier events.",
        ),
        Health.FINE: Sentence("Gửi đều cả hai kênh.", "Both channels send."),
    }[status]
