"""Words and numbers of an audit as readers see them."""

from dataclasses import dataclass
from fractions import Fraction

from motcua.evaluation.rules.judging.scales import shown
from motcua.evaluation.values.criteria import CriteriaSet
from motcua.evaluation.values.facts import Area, FactCard, Severity, Unit
from motcua.evaluation.values.observations import Value
from motcua.evaluation.values.scores import Result, Standing
from motcua.kernel.words import Sentence
from motcua.web.formats import language, say

AREAS = {
    Area.ACCESSIBILITY: Sentence("Người khuyết tật, người cao tuổi", "Accessibility"),
    Area.DEVICES: Sentence("Máy tính và điện thoại", "Computer and phone"),
    Area.PERFORMANCE: Sentence("Tốc độ", "Performance"),
    Area.SECURITY: Sentence("An toàn thông tin", "Security"),
    Area.PRIVACY: Sentence("Dữ liệu cá nhân", "Privacy"),
    Area.STRUCTURE: Sentence("Bố cục, tìm kiếm", "Structure and search"),
    Area.GUIDES: Sentence("Hướng dẫn", "Guides"),
    Area.LOOKUP: Sentence("Tra cứu hồ sơ", "Dossier look-up"),
    Area.FEEDBACK: Sentence("Góp ý, đánh giá, liên hệ", "Feedback and contact"),
    Area.EMC: Sentence("Kết nối hệ thống đo lường EMC", "Connection with EMC"),
    Area.FUNCTIONS: Sentence("Chức năng", "Functions"),
    Area.CONDUCT: Sentence("Cách cổng đáp lại", "How the portal behaves"),
}
SEVERITIES = {
    Severity.CRITICAL: (Sentence("Rất nặng", "Critical"), "bad"),
    Severity.SERIOUS: (Sentence("Nặng", "Serious"), "bad"),
    Severity.MODERATE: (Sentence("Vừa", "Moderate"), "warn"),
    Severity.MINOR: (Sentence("Nhẹ", "Minor"), "neutral"),
}
STANDINGS = {
    Standing.JUDGED: (Sentence("Đã chấm", "Judged"), "good"),
    Standing.NOT_APPLICABLE: (Sentence("Không áp dụng", "Does not apply"), "neutral"),
    Standing.OPEN: (Sentence("Chưa chấm", "Open"), "wait"),
}
LEFT_OUT = {
    "other_site": Sentence("trang của nơi khác", "pages of other sites"),
    "personal": Sentence(
        "địa chỉ có dữ liệu cá nhân của người khác", "addresses with somebody's personal data"
    ),
    "not_a_page": Sentence("tệp, không phải trang", "files, not pages"),
    "too_deep": Sentence("trang nằm quá sâu", "pages too deep"),
    "robots": Sentence("trang mà robots.txt của cổng không cho xem", "kept off by robots.txt"),
    "same_shape": Sentence("trang cùng kiểu với trang đã xem", "more pages of the same kind"),
    "beyond_budget": Sentence("trang vượt giới hạn số trang", "pages beyond the limit"),
}
"""Why addresses were not looked at."""
_UNITS = {Unit.MILLISECONDS: " ms", Unit.PIXELS: " px", Unit.BYTES: " B"}
_KILO = 1024


def number(value: float | Fraction, places: int = 2) -> str:
    """Write a number as the reader's language does, without zeros that say nothing."""
    written = f"{float(value):,.{places}f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    if language().startswith("en"):
        return written
    return written.replace(",", "\0").replace(".", ",").replace("\0", ".")


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade as it is shown: a letter stands in a seal, a word in a pill. `code` "" is none."""

    code: str
    words: Sentence | str
    tone: str

    @property
    def letter(self) -> str:
        """The letter of a grade that is one, else nothing."""
        return self.code if len(self.code) == 1 else ""

    @property
    def said(self) -> str:
        """The grade in a line of text: its letter, else its words; "" where there is none."""
        return self.letter or say(self.words)


def grade(of: CriteriaSet | None, code: str) -> Grade:
    """Give a grade of a set by its code, the best green, the last red; without its set, the code
    alone."""
    if of is None:
        return Grade(code, code, "neutral")
    order = sorted(of.bands, key=lambda band: -band.least)
    at = next((at for at, band in enumerate(order) if band.code == code), None)
    if at is None:
        return Grade("", "", "neutral")
    tone = "good" if at == 0 else "bad" if at == len(order) - 1 else "warn"
    return Grade(code, order[at].text, tone)


def points(result: Result, criteria_set: CriteriaSet) -> str:
    """Write the points of a result, never rounded over the edge of a grade."""
    return number(float(shown(result.total, result.most, criteria_set.bands)))


def share(value: Fraction | float) -> str:
    """Write a share as per cent."""
    return f"{number(float(value) * 100, 1)} %"


def value(card: FactCard, found: Value | None) -> str:
    """Write a fact's value with its unit."""
    if found is None or isinstance(found, bool):
        yes, no = ("có", "không") if language() == "vi" else ("yes", "no")
        return "" if found is None else (yes if found else no)
    if isinstance(found, str):
        return found
    if card.unit is Unit.SHARE:
        return share(found)
    if card.unit is Unit.BYTES and found >= _KILO:
        return f"{number(found / _KILO, 0)} kB"
    return number(found) + _UNITS.get(card.unit, "")
