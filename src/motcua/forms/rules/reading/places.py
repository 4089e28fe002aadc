"""Answers that are places, in two tiers: province and commune."""

import re
from collections.abc import Mapping

from motcua.forms.rules.reading.asked import Asked, Mend, sized, text_of


def unit(asked: Asked) -> dict[str, str] | None:
    """Read a province, or a commune in its province."""
    if not isinstance(asked.raw, Mapping):
        raise Mend("bạn hãy chọn trong danh sách", "choose from the list")
    deep = getattr(asked.field, "level", "commune") == "commune"
    province = text_of(asked.raw.get("province") or "")
    commune = text_of(asked.raw.get("commune") or "") if deep else ""
    if not province and not commune:
        return None
    if not re.fullmatch(r"\d{2}", province, re.ASCII) or (
        deep and not re.fullmatch(r"\d{5}", commune, re.ASCII)
    ):
        raise Mend(
            "bạn hãy chọn cả tỉnh, thành phố và xã, phường"
            if deep
            else "bạn hãy chọn tỉnh, thành phố",
            "choose both province and commune" if deep else "choose a province",
        )
    return _named(province, commune, asked)


def _named(province: str, commune: str, asked: Asked) -> dict[str, str]:
    raw, units = asked.raw, asked.around.units
    if units is None:
        found = {"edition": text_of(raw.get("edition") or ""), "province": province}
        found["province_name"] = text_of(raw.get("province_name") or "")
        if commune:
            found |= {"commune": commune, "commune_name": text_of(raw.get("commune_name") or "")}
        return found
    name = units.province(province)
    if name is None:
        raise Mend(
            "không có tỉnh, thành phố này, bạn hãy chọn lại", "no such province; choose again"
        )
    found = {"edition": units.edition, "province": province, "province_name": name}
    if commune:
        inside = units.commune(commune)
        if inside is None or inside[1] != province:
            raise Mend(
                f"xã, phường đã chọn không thuộc {name}, bạn hãy chọn lại",
                f"the commune chosen is not in {name}; choose again",
            )
        found |= {"commune": commune, "commune_name": inside[0]}
    return found


def address(asked: Asked) -> dict[str, str] | None:
    """Read a place and the rest of the address."""
    if not isinstance(asked.raw, Mapping):
        raise Mend("bạn hãy chọn tỉnh, xã và nhập số nhà", "choose province, commune and house")
    detail = sized(text_of(asked.raw.get("detail") or ""), 1, asked.field.max_length)
    chosen = unit(asked)
    if chosen is None and not detail:
        return None
    if chosen is None:
        raise Mend(
            "bạn hãy chọn cả tỉnh, thành phố và xã, phường", "choose both province and commune"
        )
    if not detail:
        raise Mend(
            "bạn hãy nhập số nhà, đường, thôn hoặc tổ dân phố", "enter house, street or hamlet"
        )
    return {**chosen, "detail": detail}
