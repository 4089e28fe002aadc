# noqa: INP001 -- a script, not a package
"""Collect the words that pages say and keep their English catalogue complete.

    python tools/words.py            # write new words into the catalogue, drop those nobody says
    python tools/words.py --check    # change nothing; exit 1 where English is missing or wrong

What is said in Vietnamese is the key (msgid) itself, so only English has a catalogue of ours. The
Vietnamese catalogue holds words of Django and allauth that have no good Vietnamese there."""

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src/motcua"
ENGLISH = SOURCE / "web/locale/en/LC_MESSAGES/django.po"
VIETNAMESE = SOURCE / "web/locale/vi/LC_MESSAGES/django.po"
METHODS = [("**.py", "python"), ("**/jinja2/**.html", "jinja2")]
OPTIONS = {
    "**/jinja2/**.html": {
        "extensions": "jinja2.ext.do",
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "silent": "false",
    }
}
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")
THIRD_PARTY = "Django or allauth"
HEADER = (
    "# English of what the pages say. Written by tools/words.py; translate each msgstr by hand."
)


@dataclass(frozen=True, slots=True)
class Word:
    """One thing the pages say: its Vietnamese (two equal forms where it counts) and its files."""

    id: str | tuple[str, str]
    files: tuple[str, ...]


def said() -> dict[str | tuple[str, str], Word]:
    """Collect every word that a page of ours asks to have translated, by its Vietnamese."""
    found: dict[str | tuple[str, str], set[str]] = {}
    for name, _line, words, _comments, _context in extract_from_dir(str(SOURCE), METHODS, OPTIONS):
        key = words if isinstance(words, str) else (words[0], words[1])
        found.setdefault(key, set()).add(name)
    return {key: Word(key, tuple(sorted(files))) for key, files in found.items()}


def catalogue(path: Path = ENGLISH) -> Catalog:
    """Read a catalogue; an empty one where there is none yet."""
    locale = path.parts[-3]
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as written:
        return read_po(written, locale=locale)


def messages(path: Path = ENGLISH) -> dict[str | tuple[str, str], Message]:
    """Give the messages of a catalogue by their Vietnamese, without its header."""
    return {_key(message): message for message in catalogue(path) if message.id}


def _key(message: Message) -> str | tuple[str, str]:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def forms(message: Message) -> tuple[str, ...]:
    """Give the English of a message: one text, or one for a single thing and one for many."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def is_third_party(message: Message) -> bool:
    """Tell whether a word of Django or allauth is overridden, which our own files do not say."""
    return THIRD_PARTY in " ".join(message.user_comments)


def problems() -> Iterator[str]:
    """Say what is missing or wrong in the English catalogue."""
    words, written = said(), messages()
    for key, word in words.items():
        message = written.get(key)
        if message is None or not all(forms(message)):
            yield f"no English: {key!r} ({', '.join(word.files)})"
        elif message.fuzzy:
            yield f"marked as unsure: {key!r}"
    for key, message in written.items():
        if key not in words and not is_third_party(message):
            yield f"nobody says this any more: {key!r}"
        asked = _placeholders(key if isinstance(key, str) else key[1])
        yield from (
            f"not the same placeholders: {key!r} and {english!r}"
            for english in forms(message)
            if english and _placeholders(english) != asked
        )


def _placeholders(words: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(words))


def update(path: Path = ENGLISH) -> None:
    """Write new words, keep what is translated, drop what nobody says; dates stay as they are."""
    old = catalogue(path)
    new = Catalog(
        locale=old.locale,
        header_comment=HEADER,
        project="motcua",
        version="0",
        msgid_bugs_address="CONTRIBUTING.md",
        last_translator="the motcua authors",
        language_team="the motcua authors",
        creation_date=old.creation_date,
        revision_date=old.creation_date,
        fuzzy=False,
    )
    for message in old:
        if message.id and is_third_party(message):
            new[message.id] = message
    kept = {_key(message): message for message in old if message.id}
    for key, word in sorted(said().items(), key=lambda pair: (pair[1].files, str(pair[0]))):
        english = kept[key].string if key in kept else None
        new.add(key, english, locations=[(name, 0) for name in word.files])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        write_po(out, new, width=100, include_lineno=False)


def main() -> int:
    """Do what the command line asks; give the exit status."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--check", action="store_true", help="change nothing")
    if not reader.parse_args().check:
        update()
    found = list(problems())
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
