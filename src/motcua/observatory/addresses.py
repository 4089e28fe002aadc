"""Addresses of pages and files: whatever is shown can be kept as a link, its period in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.measurement.values import Period, Way
from motcua.observatory.asking import WAYS

WAY_CODES = {way: code for code, way in WAYS.items()}


@dataclass(frozen=True, slots=True)
class Here:
    """The page that is shown: its path, period, way of counting and whatever else was asked."""

    path: str
    period: Period
    way: Way = Way.TRUE
    more: tuple[tuple[str, str], ...] = ()

    @property
    def query(self) -> str:
        """Write what was asked, period first."""
        asked = [("ky", self.period.code), *self.more]
        if self.way is not Way.TRUE:
            asked.append(("cach", WAY_CODES[self.way]))
        return f"?{urlencode(asked)}"

    @property
    def carry(self) -> str:
        """Write what goes along to other pages: the period alone."""
        return f"?ky={self.period.code}"

    def with_(self, **other: str) -> str:
        """Write this page's address with something else asked; an empty word leaves it out."""
        asked = {"ky": self.period.code, **dict(self.more), "cach": WAY_CODES[self.way]} | other
        if asked["cach"] == "thuc-te":
            asked["cach"] = ""
        return f"{self.path}?{urlencode({name: word for name, word in asked.items() if word})}"

    def files(self, chart: str, topic: str, **asked: str) -> Sequence[tuple[str, str]]:
        """Give the files of a chart and its permanent address."""
        asked = {"ky": self.period.code} | asked
        query = urlencode({name: word for name, word in asked.items() if word})
        return [
            *(
                (title, f"{reverse('observatory:table', args=[topic, kind])}?{query}")
                for title, kind in (("CSV", "csv"), ("Parquet", "parquet"))
            ),
            (_("Địa chỉ cố định"), f"{self.path}{self.query}#{chart}"),
        ]


def agency(code: str, here: Here) -> str:
    """Give the address of an agency's page for the same period."""
    return reverse("observatory:agency", args=[code]) + here.carry


def indicator(code: str) -> str:
    """Give the address of an indicator's definition."""
    return reverse("observatory:card", args=[code])
