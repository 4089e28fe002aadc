"""A catalogue of real size: the national one where it is at hand, else ours, and variations."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from motcua.identity.values import SYSTEM
from motcua.procedures.actions import import_records, read_items
from motcua.procedures.actions.index import rebuild

ROOT = Path(__file__).parents[2]
NATIONAL = ROOT.parent / "shared" / "data" / "national-catalogue"
OWN = ROOT / "library" / "catalogue"
CODE, NAME = ("ma_thu_tuc", "code"), ("ten_thu_tuc", "name")


def load(number: int, *, at) -> int:
    """Import so many procedures and index them; give how many of them are no variation."""
    base = list(_national()) or list(_own())
    items = [*base, *_variations(base, number - len(base))][:number]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for item in items:
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
        file.flush()
        import_records(source="bench", records=read_items(Path(file.name)), by=SYSTEM.actor, at=at)
    rebuild()
    return min(len(base), number)


def _national() -> Iterator[dict]:
    for path in sorted(NATIONAL.glob("*.jsonl"), key=lambda path: path.stat().st_size):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _own() -> Iterator[dict]:
    for path in sorted(OWN.glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))


def _variations(base: list[dict], number: int) -> Iterator[dict]:
    """Make others of the same kind: a code of their own, a name put together of two."""
    chance = Random(1)
    code, name = (next(key for key in keys if key in base[0]) for keys in (CODE, NAME))
    for count in range(max(0, number)):
        like = base[count % len(base)]
        first, second = like[name].split(), chance.choice(base)[name].split()
        mixed = [*first[: max(2, len(first) * 2 // 3)], *second[-max(2, len(second) // 3) :]]
        yield {**like, code: f"9.{count + 1:06d}", name: " ".join(mixed)}
