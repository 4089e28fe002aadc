"""Full-text search over dossiers: what is looked for, and the condition that finds it.

The words of a dossier are its code and the code's parts, the names of people, the procedure's name
and short answers that the form does not call sensitive, all without marks (`kernel.text.fold`).
Identity numbers are there as keyed marks only, so a number is found when it is typed whole. Each
dossier also carries the paths above its agency as words: a question names the viewer's own, and
the index answers it without looking at other agencies' dossiers.
"""

import re
from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from motcua.dossiers.models import Dossier
from motcua.forms.values import FormDefinition
from motcua.identity import queries as identity
from motcua.kernel.text import fold, tokens
from motcua.procedures.values.services import ServiceVersion

MOST_WORDS, MOST_ASKED = 120, 12
_NUMBER = re.compile(r"^\d{12}$|^\d{9}$")
_READABLE = frozenset({"person_name", "text"})
_NUMBERS = frozenset({"citizen_id"})
_SQL = {
    "postgresql": "SELECT dossier_id FROM dossiers_searchtext WHERE text @@ %s::tsquery",
    "sqlite": "SELECT rowid FROM dossiers_search_text WHERE dossiers_search_text MATCH %s",
}


def words_of(row: Dossier, service: ServiceVersion) -> list[str]:
    """Give the words under which a dossier is found, its scope among them."""
    found = dict.fromkeys(scope_words(row.agency_path))
    found |= dict.fromkeys([_code_word(row.code), *tokens(row.code)])
    names = tokens(row.applicant_name)
    found |= dict.fromkeys([f"nnop{word}" for word in names])
    found |= dict.fromkeys([*names, *tokens(row.service_name), *tokens(row.service_code)])
    found |= dict.fromkeys(number_word(number) for number in _numbers(row, service))
    for text in _texts(row.answers, service.form):
        found |= dict.fromkeys(tokens(text))
        if len(found) > MOST_WORDS:
            break
    return [word for word in found if len(word) <= 64][:MOST_WORDS]


def scope_words(path: str) -> list[str]:
    """Give a word for an agency's path and for each above it."""
    parts = path.strip(".").split(".")
    return [scope_word(".".join(parts[:depth])) for depth in range(1, len(parts) + 1)]


def scope_word(path: str) -> str:
    """Write a path of agencies as one word that nobody types."""
    return "pham" + re.sub(r"[^0-9a-z]", "x", fold(path.strip("."))) + "x"


def number_word(number: str) -> str:
    """Write an identity number as a keyed mark."""
    return f"so{identity.mark_of_number(number)}"


def _code_word(code: str) -> str:
    return "ma" + re.sub(r"[^0-9a-z]", "", fold(code))


def _numbers(row: Dossier, service: ServiceVersion) -> Iterator[str]:
    told = [row.contact.get("citizen_id", "")]
    told += [
        row.answers.get(path)
        for path, placed in service.form.fields.items()
        if getattr(placed.field, "type", "") in _NUMBERS
    ]
    for value in told:
        if isinstance(value, str) and _NUMBER.match(value):
            yield value


def _texts(answers: dict[str, object], form: FormDefinition) -> Iterator[str]:
    for path, placed in form.fields.items():
        one = placed.field
        if getattr(one, "type", "") not in _READABLE or getattr(one, "sensitive", False):
            continue
        value = answers.get(path)
        if isinstance(value, str):
            yield value[:200]


def asked_words(text: str) -> list[str]:
    """Give the words a typed question asks for: every one of them must be there.

    A whole code and an identity number become one word each.
    """
    words: list[str] = []
    for part in text.split()[:MOST_ASKED]:
        digits = part.replace(".", "")
        if _NUMBER.match(digits):
            words.append(number_word(digits))
        elif part.count("-") >= 2 and any(sign.isdigit() for sign in part):
            words.append(_code_word(part))
        else:
            words += tokens(part)
    return list(dict.fromkeys(word[:64] for word in words))[:MOST_ASKED]


def said_by_applicant(text: str) -> list[str]:
    """Give the words that ask for an applicant's name."""
    return [f"nnop{word[:60]}" for word in tokens(text)][:MOST_ASKED]


def found_by(words: Iterable[str], *, paths: Iterable[str]) -> Q:
    """Give the condition on `dossier` of rows whose words hold all of these, under these paths."""
    wanted = list(words)
    if not wanted:
        return Q(pk__in=[])
    question = question_of(wanted, [scope_word(path) for path in paths])
    found = RawSQL(_SQL[connection.vendor], [question])  # noqa: S611 -- the question is a parameter
    return Q(dossier_id__in=found)


def question_of(words: list[str], scopes: list[str]) -> str:
    """Write the question as the database reads it; words are letters and digits only."""
    if connection.vendor == "sqlite":
        joined = " AND ".join(f'"{word}"' for word in words)
        top = " OR ".join(f'"{word}"' for word in scopes)
        return f"({joined}) AND ({top})" if scopes else joined
    joined = " & ".join(f"'{word}'" for word in words)
    top = " | ".join(f"'{word}'" for word in scopes)
    return f"({joined}) & ({top})" if scopes else joined
