"""One object of the crawled national catalogue, as a record."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from motcua.kernel.codes import CodeRefused, ProcedureCode
from motcua.procedures.rules.parsing.cells import Cut, cut_about, listed, plain
from motcua.procedures.rules.parsing.channels import read_channels
from motcua.procedures.rules.parsing.components import read_components
from motcua.procedures.rules.parsing.legal import read_legal_basis
from motcua.procedures.rules.parsing.related import read_related
from motcua.procedures.rules.parsing.results import read_results
from motcua.procedures.rules.parsing.steps import read_steps
from motcua.procedures.values.catalogue import (
    Audience,
    Channel,
    ChannelKind,
    Level,
    Online,
    Read,
    Record,
    State,
)

NAME: Final = "ten_thu_tuc"
CODE: Final = "ma_thu_tuc"
_KNOWN: Final = frozenset(
    {
        "ma_thu_tuc",
        "detail_url",
        "formality_id",
        "ten_thu_tuc",
        "so_quyet_dinh",
        "cap_thuc_hien",
        "loai_thu_tuc",
        "linh_vuc",
        "doi_tuong_thuc_hien",
        "co_quan_co_tham_quyen",
        "dia_chi_tiep_nhan",
        "co_quan_duoc_uy_quyen",
        "co_quan_phoi_hop",
        "thu_tuc_lien_quan",
        "trinh_tu_thuc_hien",
        "cach_thuc_thuc_hien",
        "thanh_phan_ho_so",
        "can_cu_phap_ly",
        "co_quan_thuc_hien",
        "yeu_cau_dieu_kien",
        "ket_qua_xu_ly",
    }
)
_LEVELS: Final = {
    "Cấp bộ": Level.MINISTRY,
    "Cấp tỉnh": Level.PROVINCE,
    "Cấp huyện": Level.DISTRICT,
    "Cấp xã": Level.COMMUNE,
    "Cơ quan khác": Level.OTHER,
}
_AUDIENCES: Final = {
    "Công dân Việt Nam": Audience.CITIZEN,
    "Người Việt Nam định cư ở nước ngoài": Audience.OVERSEAS_VIETNAMESE,
    "Người nước ngoài": Audience.FOREIGNER,
    "Người nước ngoài cư trú tại Việt Nam": Audience.FOREIGN_RESIDENT,
    "Cán bộ, công chức, viên chức": Audience.OFFICIAL,
    "Đảng viên": Audience.PARTY_MEMBER,
    "Doanh nghiệp": Audience.ENTERPRISE,
    "Doanh nghiệp Việt Nam": Audience.VIETNAMESE_ENTERPRISE,
    "Doanh nghiệp có vốn đầu tư nước ngoài": Audience.FOREIGN_INVESTED_ENTERPRISE,
    "Hợp tác xã": Audience.COOPERATIVE,
    "Tổ chức (không bao gồm doanh nghiệp, HTX)": Audience.ORGANISATION,
    "Tổ chức Đảng": Audience.PARTY_ORGANISATION,
    "Tổ chức nước ngoài": Audience.FOREIGN_ORGANISATION,
}


def strange_fields(fields: Mapping[str, Any]) -> list[str]:
    """Name the known fields that hold something other than text."""
    return [k for k, v in fields.items() if k in _KNOWN and not isinstance(v, str | None)]


def is_national(fields: Mapping[str, Any]) -> bool:
    """Say whether an object is of the crawled shape rather than of our own."""
    return NAME in fields or CODE in fields


def read_national(fields: Mapping[str, Any]) -> Record:
    """Read every field; what is no text is read as its JSON. Names come in NFC, single-spaced."""
    words = defaultdict(str, {key: _words(value) for key, value in fields.items()})
    code = valid_code(words[CODE])
    results, conditions = words["ket_qua_xu_ly"], words["yeu_cau_dieu_kien"]
    about, condition_words = _about(results, conditions)
    channels = read_channels(words["cach_thuc_thuc_hien"])
    return Record(
        name=unicodedata.normalize("NFC", " ".join(words[NAME].split())),
        code=code,
        code_text="" if code else words[CODE],
        decision=plain(words["so_quyet_dinh"]),
        levels=listed(words["cap_thuc_hien"], _LEVELS),
        kind=plain(words["loai_thu_tuc"]),
        field_name=plain(words["linh_vuc"]),
        audiences=listed(words["doi_tuong_thuc_hien"], _AUDIENCES),
        competent_agency=plain(words["co_quan_co_tham_quyen"]),
        implementing_agency=plain(words["co_quan_thuc_hien"]),
        authorised_agency=plain(words["co_quan_duoc_uy_quyen"]),
        coordinating_agency=plain(words["co_quan_phoi_hop"]),
        address=plain(words["dia_chi_tiep_nhan"]),
        steps=read_steps(words["trinh_tu_thuc_hien"]),
        channels=channels,
        components=read_components(words["thanh_phan_ho_so"]),
        conditions=condition_words,
        legal_basis=read_legal_basis(words["can_cu_phap_ly"]),
        results=read_results(results),
        related=read_related(words["thu_tuc_lien_quan"]),
        keywords=plain(about.keywords),
        description=plain(about.description),
        online=offered_online(channels),
        page=words["detail_url"].strip(),
        national_id=words["formality_id"].strip(),
        extra=tuple(sorted((k, _json(v)) for k, v in fields.items() if k not in _KNOWN)),
    )


def valid_code(text: str) -> str | None:
    """Give a procedure's code as it is written, None where the text is no such code."""
    try:
        return str(ProcedureCode.parse(text))
    except CodeRefused:
        return None


def offered_online(channels: Read[tuple[Channel, ...]]) -> Online:
    """Tell what the channels say: whether it is offered online, never how far."""
    kinds = {channel.kind for channel in channels.value or ()}
    if ChannelKind.ONLINE in kinds:
        return Online.UNSTATED
    return Online.NONE if channels.state is State.PARSED else Online.UNSTATED


def _about(results: str, conditions: str) -> tuple[Cut, Read[str]]:
    """Find keywords and description where the page put them: behind the last field it filled."""
    of_results = cut_about(results)
    cut = cut_about(conditions) if not results.strip() else Cut(conditions)
    read = plain(cut.body)
    if cut.body != conditions:
        read = Read(read.state, read.value, conditions)
    has_own = bool(of_results.keywords or of_results.description)
    return (of_results if has_own else cut), read


def _words(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
