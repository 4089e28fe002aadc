"""From an item of a file to a record, whichever of the known shapes it has."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from motcua.kernel.words import Refused, Sentence
from motcua.procedures.rules.parsing.national import (
    is_national,
    offered_online,
    read_national,
    strange_fields,
    valid_code,
)
from motcua.procedures.values.catalogue import Online, Record
from motcua.procedures.values.catalogue_json import RecordRefused, from_json


class ItemRefused(Refused):
    """An item of a catalogue file is no record of a procedure."""


def read_record(fields: Mapping[str, Any]) -> Record:
    """Read an object of the crawled catalogue or of our own form; raise `ItemRefused`."""
    record = _read_crawled(fields) if is_national(fields) else _read_own(fields)
    if not record.name.strip():
        raise ItemRefused(
            Sentence(
                vi="Bản ghi không có tên thủ tục. Bạn hãy điền `ten_thu_tuc` (hoặc `name`).",
                en="The record has no name. Fill in `ten_thu_tuc` (or `name`).",
            )
        )
    return record


def _read_crawled(fields: Mapping[str, Any]) -> Record:
    if strange := strange_fields(fields):
        raise ItemRefused(
            Sentence(
                vi=f"Trường {', '.join(strange)} phải là chữ. Bạn hãy ghi giá trị trong dấu nháy.",
                en=f"{', '.join(strange)} must be text. Write the value in quotation marks.",
            )
        )
    return read_national(fields)


def _read_own(fields: Mapping[str, Any]) -> Record:
    try:
        record = from_json(fields)
    except RecordRefused as refused:
        raise ItemRefused(
            Sentence(
                vi=f"Bản ghi không đúng khuôn dạng của danh mục: {refused}.",
                en=f"The record is not of the catalogue's own form: {refused}.",
            )
        ) from refused
    if record.code is not None and valid_code(record.code) != record.code:
        raise ItemRefused(
            Sentence(
                vi=f"Mã thủ tục “{record.code}” không hợp lệ. Mã đúng có dạng 1.001193.",
                en=f"The code “{record.code}” is not valid. A code looks like 1.001193.",
            )
        )
    return record


def online_of(record: Record) -> Online:
    """Say how far it can be done online: as stated, or else as its channels show."""
    if record.online is not Online.UNSTATED:
        return record.online
    return offered_online(record.channels)


def digest_of(fields: Mapping[str, Any]) -> str:
    """Give the SHA-256 (hex) of what the source said, whatever the order of its keys."""
    canonical = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def key_of(record: Record) -> str:
    """Give the key a record stands under: its code, or one made of its page, or of its name.

    Two records without a code that share a page (or, without one, a name and an agency) are the
    same procedure.
    """
    if record.code is not None:
        return record.code
    known_by = record.page or f"{record.name}\n{record.agency_name}"
    return f"khong-ma-{hashlib.sha256(known_by.encode()).hexdigest()[:12]}"
