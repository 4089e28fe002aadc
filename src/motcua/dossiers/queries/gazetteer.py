"""The country as forms see it: names of provinces and communes of the newest edition."""

from dataclasses import dataclass

from motcua.agencies import queries as agencies
from motcua.agencies.values import TerritoryUnknown


@dataclass
class Gazetteer:
    """Answers forms.values.Units from the agencies' territory, of one edition."""

    edition: str

    def province(self, code: str) -> str | None:
        """Name a province."""
        try:
            place = agencies.territory(code)
        except TerritoryUnknown:
            return None
        return place.title if place.is_province else None

    def commune(self, code: str) -> tuple[str, str] | None:
        """Name a commune and give its province's code."""
        try:
            place = agencies.territory(code)
        except TerritoryUnknown:
            return None
        return None if place.is_province else (place.title, place.province_code)


def units() -> Gazetteer:
    """Give the country as forms see it."""
    return Gazetteer(agencies.provinces()[0].edition)
