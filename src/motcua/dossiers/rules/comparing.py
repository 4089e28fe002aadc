"""What a supplement changed: every answer and every file, before and after, in words."""

from collections.abc import Mapping
from typing import Any

from motcua.dossiers.values.asking import Change
from motcua.forms import rules as forms
from motcua.forms.values import AnswerSet, FormDefinition


def compare(
    form: FormDefinition,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    files: Mapping[str, str],
) -> tuple[Change, ...]:
    """Give what differs between two sets of answers, in the form's order.

    `files` names each stored file by its key; answers are written as Vietnamese readers see them.
    """
    was, now = _lines(form, before, files), _lines(form, after, files)
    paths = [*now, *(path for path in was if path not in now)]
    pairs = ((path, was.get(path, _NOTHING), now.get(path, _NOTHING)) for path in paths)
    return tuple(
        Change(path, new[0] or old[0], old[1], new[1])
        for path, old, new in pairs
        if old[1:] != new[1:]
    )


_NOTHING = ("", "", None)


def _lines(
    form: FormDefinition, answers: Mapping[str, Any], files: Mapping[str, str]
) -> dict[str, tuple[str, str, Any]]:
    """Give (label, words, what tells equal words apart) by path."""
    found: dict[str, tuple[str, str, Any]] = {}
    for section in forms.summary(form, AnswerSet.from_json(dict(answers))):
        for row in section.rows:
            placed = form.fields.get(row.path)
            if placed is not None and placed.type == "file":
                keys = [str(key) for key in answers.get(row.path) or ()]
                found[row.path] = (row.label, ", ".join(files.get(k, k) for k in keys), keys)
            else:
                found[row.path] = (row.label, row.value, None)
    return {path: line for path, line in found.items() if line[1]}
