"""Words for the catalogue's values, in the reader's language."""

from decimal import Decimal

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from motcua.procedures.values.catalogue import (
    Audience,
    ChannelKind,
    Fee,
    FeeKind,
    GroupKind,
    Level,
    Online,
    TimeLimit,
    TimeUnit,
)
from motcua.web import formats
from motcua.workflow.values import Limit


class Quoted(str):
    """A line that carries words of the source, which are Vietnamese whoever reads."""

    __slots__ = ()
    is_quoted = True


def level(value: Level) -> str:
    """Name who settles it."""
    return {
        Level.MINISTRY: _("Bộ, ngành"),
        Level.PROVINCE: _("Cấp tỉnh"),
        Level.DISTRICT: _("Cấp huyện"),
        Level.COMMUNE: _("Cấp xã"),
        Level.OTHER: _("Cơ quan khác"),
    }[value]


def audience(value: Audience) -> str:
    """Name whom it is for."""
    return {
        Audience.CITIZEN: _("công dân Việt Nam"),
        Audience.OVERSEAS_VIETNAMESE: _("người Việt Nam định cư ở nước ngoài"),
        Audience.FOREIGNER: _("người nước ngoài"),
        Audience.FOREIGN_RESIDENT: _("người nước ngoài cư trú tại Việt Nam"),
        Audience.OFFICIAL: _("cán bộ, công chức, viên chức"),
        Audience.PARTY_MEMBER: _("đảng viên"),
        Audience.ENTERPRISE: _("doanh nghiệp"),
        Audience.VIETNAMESE_ENTERPRISE: _("doanh nghiệp Việt Nam"),
        Audience.FOREIGN_INVESTED_ENTERPRISE: _("doanh nghiệp có vốn nước ngoài"),
        Audience.COOPERATIVE: _("hợp tác xã"),
        Audience.ORGANISATION: _("tổ chức"),
        Audience.PARTY_ORGANISATION: _("tổ chức đảng"),
        Audience.FOREIGN_ORGANISATION: _("tổ chức nước ngoài"),
    }[value]


def online(value: Online) -> str:
    """Say how far it can be done from home."""
    return {
        Online.FULL: _("Làm trọn vẹn qua mạng (toàn trình)"),
        Online.PARTIAL: _("Nộp qua mạng, có bước phải đến nơi (một phần)"),
        Online.UNSTATED: _("Nộp được qua mạng"),
        Online.NONE: _("Nộp trực tiếp hoặc qua bưu chính"),
    }[value]


def channel(value: ChannelKind) -> str:
    """Name a way of handing in."""
    return {
        ChannelKind.ONLINE: _("Qua mạng"),
        ChannelKind.POST: _("Qua bưu chính"),
        ChannelKind.IN_PERSON: _("Trực tiếp tại nơi tiếp nhận"),
        ChannelKind.UNKNOWN: _("Cách nộp khác"),
    }[value]


def group(kind: GroupKind, caption: str) -> str:
    """Head a list of papers, under the source's own caption where it has one."""
    return (
        Quoted(caption.strip(" *-–+:"))
        or {
            GroupKind.SUBMIT: _("Giấy tờ phải nộp"),
            GroupKind.PRESENT: _("Giấy tờ mang theo để xuất trình"),
            GroupKind.OTHER: _("Giấy tờ khác"),
            GroupKind.CASE: _("Theo từng trường hợp"),
            GroupKind.UNNAMED: "",
        }[kind]
    )


def limit(value: TimeLimit) -> str:
    """Say how long it takes, as printed; a limit without a unit says so."""
    amount = f"{value.amount.normalize():f}".replace(".", ",")
    if value.unit is None:
        return _("%(number)s (nguồn không nêu đơn vị)") % {"number": amount}
    if value.amount == Decimal(0):
        return _("Ngay khi nhận đủ hồ sơ")
    many = 1 if value.amount == 1 else 2
    unit = {
        TimeUnit.WORKING_DAY: ngettext("ngày làm việc", "ngày làm việc", many),
        TimeUnit.CALENDAR_DAY: ngettext("ngày", "ngày", many),
        TimeUnit.HOUR: ngettext("giờ", "giờ", many),
        TimeUnit.MINUTE: ngettext("phút", "phút", many),
        TimeUnit.MONTH: ngettext("tháng", "tháng", many),
        TimeUnit.YEAR: ngettext("năm", "năm", many),
    }[value.unit]
    return f"{amount} {unit}"


def service_limit(value: Limit) -> str:
    """Say within how long an application made here is settled."""
    if not value.same_day:
        return value.duration.text(get_language() or "vi")
    if value.cutoff is None:
        return _("Trong ngày")
    return _("Trong ngày; nhận sau %(hour)s thì ngày làm việc tiếp theo") % {
        "hour": f"{value.cutoff:%H:%M}"
    }


def fee(value: Fee) -> str:
    """Say what one line costs, with the source's note; a doubtful amount is never shown alone."""
    note = value.note.strip(" .;()-")
    if value.currency != "VND":
        amount = f"{value.amount:,}".replace(",", ".") + f" {value.currency}"
    elif value.amount == 0:
        amount = _("Miễn phí")
    else:
        amount = formats.dong(value.amount)
    kind = {FeeKind.FEE: _("phí"), FeeKind.CHARGE: _("lệ phí"), FeeKind.UNSTATED: ""}[value.kind]
    words = f"{amount} ({kind})" if kind and value.amount else amount
    if value.is_doubtful:
        said = {"amount": words, "note": note or _("chưa rõ")}
        return Quoted(_("Nguồn ghi “%(amount)s”: %(note)s") % said)
    return Quoted(f"{words} – {note}") if note and value.amount else words


def copies(originals: int | None, count: int | None) -> str:
    """Say how many of a paper: `1 bản chính, 2 bản sao`; empty where nothing is stated."""
    parts = []
    if originals:
        words = ngettext("%(number)s bản chính", "%(number)s bản chính", originals)
        parts.append(words % {"number": originals})
    if count:
        words = ngettext("%(number)s bản sao", "%(number)s bản sao", count)
        parts.append(words % {"number": count})
    return ", ".join(parts)


AUDIENCE_GROUPS = {
    "cong-dan": lambda: _("Người dân"),
    "doanh-nghiep": lambda: _("Doanh nghiệp"),
    "to-chuc": lambda: _("Tổ chức"),
    "hop-tac-xa": lambda: _("Hợp tác xã"),
    "nguoi-nuoc-ngoai": lambda: _("Người nước ngoài"),
    "kieu-bao": lambda: _("Người Việt Nam ở nước ngoài"),
    "can-bo": lambda: _("Cán bộ, công chức"),
}
LEVEL_GROUPS = {
    "xa": lambda: _("Xã, phường, đặc khu"),
    "tinh": lambda: _("Tỉnh, thành phố"),
    "bo": lambda: _("Bộ, ngành"),
    "huyen": lambda: _("Huyện (cũ)"),
    "khac": lambda: _("Cơ quan khác"),
}
ONLINE_GROUPS = {
    "toan-trinh": lambda: _("Làm trọn vẹn qua mạng"),
    "mot-phan": lambda: _("Một phần qua mạng"),
    "truc-tuyen": lambda: _("Nộp được qua mạng"),
    "truc-tiep": lambda: _("Chỉ nộp trực tiếp hoặc bưu chính"),
}
