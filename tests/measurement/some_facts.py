"""Facts to put into a spool."""

from datetime import UTC, date, datetime

from motcua.measurement.values.facts import DossierFact, Kind, PageFact, Source, Status
from motcua.measurement.values.sites import Site

DAY = date(2026, 3, 16)
AT = datetime(2026, 3, 16, 3, 0, tzinfo=UTC)
SITE = Site(number=5, name="Cổng thử", agency="H26", hosts=("dvc.example.vn",), secret="s" * 32)


def page(number=1, **but):
    told = {"day": DAY, "second": 36_000, "site": 5, "agency": "H26.00070", "visitor": number}
    return PageFact(**{**told, "kind": Kind.VIEW, "page": f"/trang/{number}", **but})


def dossier(number=1, **but):
    told = {"day": DAY, "second": 36_000, "site": 5, "agency": "H26.00070", "dossier": number}
    told |= {"procedure": "1.001193", "status": Status.RECEIVED, "key": number}
    return DossierFact(**{**told, "source": Source.STRICT, **but})
