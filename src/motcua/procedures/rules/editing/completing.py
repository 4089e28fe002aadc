"""New things, and what a person need not think of: codes and names made from words."""

from collections.abc import Mapping
from typing import Any

from motcua.procedures.rules.editing import questions, templates
from motcua.procedures.rules.editing.boxes import code_of
from motcua.procedures.rules.editing.knowing import free_name, names_taken
from motcua.procedures.rules.editing.trees import added, at, found, put, rows_of, said
from motcua.procedures.values.editing import Place, Trees

SKELETONS: Mapping[str, Mapping[str, Any]] = {
    "form.pages": {"name": "trang", "title": "", "fields": []},
    "procedure.components": {"code": "giay_to", "name": "", "originals": 1},
    "procedure.cases": {"code": "truong_hop", "name": ""},
    "procedure.results": {
        "name": "",
        "layout": "certificate",
        "sections": [{"title": templates.words("Thông tin", "Facts"), "rows": []}],
    },
    "procedure.legal_basis": {"number": "", "title": ""},
    "fees.fees": {
        "code": "khoan_thu",
        "name": "",
        "kind": "charge",
        "amount": 0,
        "legal_basis": "",
    },
    "fees.exemptions": {"code": "dien_mien", "name": "", "when": "", "legal_basis": ""},
    "workflow.alternatives": {"code": "keo_dai", "title": "", "duration": ""},
    "workflow.limits": {"case": "", "duration": ""},
    "guide.steps": {"title": "", "text": ""},
    "guide.questions": {"question": "", "answer": ""},
}
"""What stands in a new row of each list before anything is written in it."""

_STEP = {
    "code": "",
    "title": "",
    "function": "case_officer",
    "state": "in_process",
    "budget": "1 buổi",
    "moves": [{"move": "forward", "to": ""}],
}
_NAMED = {"field": "label", "page": "title", "component": "name", "case": "name", "fee": "name",
          "exemption": "name", "step": "title", "alternative": "title"}  # fmt: skip
_PROVISIONAL = {
    "field": "cau_hoi",
    "page": "trang",
    "component": "giay_to",
    "case": "truong_hop",
    "fee": "khoan_thu",
    "exemption": "dien_mien",
    "step": "buoc",
    "alternative": "keo_dai",
}
"""Codes that new rows carry until they have words."""


def begin(trees: Trees, place: Place, kind: str = "") -> tuple[Trees, Place] | None:
    """Put a new row at the end of the list at `place`; None where the editor adds no rows there.

    `kind` is the type of a question; a new step stands before the one that returns the result.
    """
    written = ".".join(str(step) for step in place)
    if place[-1:] == ("fields",) and kind in questions.TYPES:
        row = {**questions.begun(kind), "name": free_name("cau_hoi", _siblings(trees, place))}
    elif written == "workflow.steps":
        steps = [one for one in rows_of(found(trees, place)) if isinstance(one, Mapping)]
        row = {**_STEP, "code": free_name("buoc", {str(one.get("code")) for one in steps})}
        changed, index = added(trees, place, row, index=max(len(steps) - 1, 0))
        return changed, (*place, index)
    elif place[0] == "workflow" and place[-1:] == ("moves",):
        row = {"move": "forward"}
    elif written in SKELETONS:
        row = dict(SKELETONS[written])
        taken = _siblings(trees, place)
        row |= {key: free_name(row[key], taken) for key in ("code", "name") if row.get(key)}
    else:
        return None
    changed, index = added(trees, place, row)
    return changed, (*place, index)


def insert_block(trees: Trees, place: Place, block: str) -> tuple[Trees, Place]:
    """Put usual questions at the end of a page; those already asked are left out."""
    taken = names_taken(trees)
    rows = list(at(trees, place))
    rows += [one for one in templates.BLOCKS[block]() if one["name"] not in taken]
    return put(trees, place, rows), place[:-1]


def complete(kind: str, thing: dict[str, Any], trees: Trees, *, place: Place) -> dict[str, Any]:
    """Give a thing the code or name it lacks, made of its words and not taken yet."""
    if kind not in _NAMED:
        return thing
    key = "name" if kind in {"field", "page"} else "code"
    provisional = _PROVISIONAL[kind]
    given = str(thing.get(key) or "")
    words = said(thing.get(_NAMED[kind]) or thing.get("text"))
    base = given.rstrip("0123456789").rstrip("_")
    if (given and base != provisional) or not words:
        return thing
    return {**thing, key: free_name(code_of(words), _siblings(trees, place[:-1], but=place))}


def _siblings(trees: Trees, place: Place, *, but: Place = ()) -> set[str]:
    rows = rows_of(found(trees, place))
    own = {
        str(row.get(key))
        for index, row in enumerate(rows)
        if isinstance(row, Mapping) and (*place, index) != but
        for key in ("name", "code")
        if isinstance(row.get(key), str)
    }
    return own | (names_taken(trees) if place[-1:] == ("fields",) else set())
