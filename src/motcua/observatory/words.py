"""Numbers, periods and what is missing, as a reader in Viet Nam writes and says them."""

from datetime import date

from motcua.kernel.words import Sentence, month_name
from motcua.measurement.values import Card, Cause, Channel, Grain, Period, Way
from motcua.web.formats import day, language, say

NONE = "–"
MISSING = {
    "no_supply": Sentence("chưa khai báo thủ tục", "procedures not declared"),
    "no_facts": Sentence("chưa có số liệu", "no figures yet"),
    "silent": Sentence("cổng ngừng gửi số liệu", "the portal stopped sending"),
    "denominator_zero": Sentence("không có trường hợp nào", "no cases"),
    "no_way": Sentence("chỉ đếm được một cách", "counted one way only"),
    "not_declared": Sentence("cơ quan chưa khai báo", "not declared by the agency"),
}
WAYS = {
    Way.TRUE: Sentence("Như thực tế", "As it is"),
    Way.FED: Sentence("Như báo lên", "As reported"),
}
CHANNELS = {
    Channel.SELF: Sentence("Người dân tự làm trên mạng", "People themselves, online"),
    Channel.OFFICER: Sentence("Cán bộ nhập giúp", "Officers helped"),
    Channel.VOLUNTEER: Sentence("Tình nguyện viên giúp", "Volunteers helped"),
    Channel.COUNTER: Sentence("Nhập từ giấy tại quầy", "Typed from paper at a counter"),
    Channel.POST: Sentence("Gửi qua bưu chính", "By post"),
    Channel.UNKNOWN: Sentence("Không rõ", "Unknown"),
}
CAUSES = {
    Cause.PORTAL: Sentence("Cổng bị lỗi", "Errors of the portal"),
    Cause.COMPLEX: Sentence("Thủ tục rắc rối, đến tận nơi nhanh hơn", "Complex; quicker in person"),
    Cause.PAYMENT: Sentence("Lỗi khi nộp tiền trên mạng", "Errors in online payment"),
    Cause.NETWORK: Sentence("Mạng của người dân", "The citizen's network"),
    Cause.DEVICE: Sentence("Máy của người dân", "The citizen's device"),
    Cause.OTHER: Sentence("Nguyên nhân khác", "Other causes"),
}
STEPS = {
    "nguoi-nop": Sentence("Người nộp", "The applicant"),
    "noi-dung": Sentence("Nội dung tờ khai", "The application"),
    "giay-to": Sentence("Giấy tờ kèm theo", "Papers"),
    "nhan-ket-qua": Sentence("Cách nhận kết quả", "How to get the result"),
    "le-phi": Sentence("Lệ phí", "Fees"),
    "xac-nhan": Sentence("Xem lại và nộp", "Check and send"),
}
"""Steps of forms by the names that portals give them; others are shown as they are told."""
GROUPS = {
    "supply": Sentence("Cung cấp dịch vụ", "Supply"),
    "use": Sentence("Sử dụng", "Use"),
    "money": Sentence("Thanh toán", "Payment"),
    "people": Sentence("Người dân và doanh nghiệp", "People and businesses"),
    "time": Sentence("Thời gian", "Time"),
    "connection": Sentence("Kết nối", "Connection"),
}


def number(value: float, digits: int = 0) -> str:
    """Write a number with its thousands: `1.234.567,8`, in English `1,234,567.8`."""
    text = f"{value:,.{digits}f}"
    if _english():
        return text
    return text.translate(str.maketrans(",.", ".,"))


def percent(share: float, digits: int = 1) -> str:
    """Write a share, 0…1, in percent."""
    return number(share * 100, digits) + ("%" if _english() else " %")


def value(card: Card, amount: float | None) -> str:
    """Write a value of an indicator with its unit; a dash where there is none."""
    if amount is None:
        return NONE
    if card.unit == "share":
        return percent(amount)
    if card.unit == "per_mille":
        return number(amount, 1) + " ‰"
    if card.unit == "hours":
        return number(amount, 1) + (" hours" if _english() else " giờ")
    if card.unit == "points":
        return number(amount, 2)
    return number(amount)


def axis(card: Card, amount: float) -> str:
    """Write a value as short as an axis or a tile needs it."""
    if card.unit == "share":
        return percent(amount, 0 if round(amount * 1000) % 10 == 0 else 1)
    for size, vi, en in ((1e9, " tỷ", "bn"), (1e6, " triệu", "m"), (1e4, " nghìn", "k")):
        if amount >= size:
            scaled = amount / (size if size > 1e4 else 1e3)
            return number(scaled, 0 if scaled >= 100 or scaled == int(scaled) else 1) + (
                en if _english() else vi
            )
    return number(amount, 0 if amount == int(amount) else 1)


def difference(card: Card, change: float) -> str:
    """Write a difference: points of percent for shares, else the unit's own."""
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    if card.unit == "share":
        return f"{sign}{number(abs(change) * 100, 1)} " + ("points" if _english() else "điểm %")
    return f"{sign}{value(card, abs(change))}"


def missing(code: str) -> str:
    """Say why there is no value."""
    return say(MISSING.get(code, MISSING["no_facts"]))


def way(of: Way) -> str:
    """Name a way of counting."""
    return say(WAYS[of])


def period(of: Period) -> str:
    """Name a period: `Tháng 3/2026`, `Quý 1/2026`, `Năm 2026`, or from a day to a day."""
    code, year = of.code, of.first.year
    if ".." in code:
        between = " to " if _english() else " đến "
        return f"{day(of.first)}{between}{day(of.last)}"
    if len(code) == 10:
        return day(of.first)
    if len(code) == 4:
        return f"{year}" if _english() else f"Năm {year}"
    if "Q" in code:
        return f"Quarter {code[-1]}, {year}" if _english() else f"Quý {code[-1]}/{year}"
    month = of.first.month
    return f"{month_name(month)} {year}" if _english() else f"Tháng {month}/{year}"


def step(on: date, grain: Grain) -> tuple[str, str]:
    """Name a step of time, in full and as short as an axis needs it."""
    if grain is Grain.DAY:
        return day(on), f"{on.day}/{on.month}"
    whole = {
        Grain.MONTH: Period.month(on.year, on.month),
        Grain.QUARTER: Period.quarter(on.year, (on.month + 2) // 3),
        Grain.YEAR: Period.year(on.year),
    }[grain]
    short = {
        Grain.MONTH: f"{on.month}/{on.year % 100:02}",
        Grain.QUARTER: f"Q{(on.month + 2) // 3}/{on.year % 100:02}",
        Grain.YEAR: str(on.year),
    }[grain]
    return period(whole), short


def form_step(told: str) -> str:
    """Name a step of a form."""
    return say(STEPS[told]) if told in STEPS else told


def hours(amount: float | None) -> str:
    """Write working hours: days of eight hours from two days on."""
    if amount is None:
        return NONE
    if amount >= 16:
        return number(amount / 8, 0 if amount % 8 == 0 else 1) + (
            " working days" if _english() else " ngày làm việc"
        )
    return number(amount) + (" working hours" if _english() else " giờ làm việc")


def _english() -> bool:
    return language().startswith("en")
