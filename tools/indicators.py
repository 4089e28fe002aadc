# noqa: INP001 -- a script, not a package
"""Write docs/reference/indicators.md from the cards of the indicators.

python tools/indicators.py            # write the page
python tools/indicators.py --check    # change nothing; exit 1 where it is stale
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from motcua.measurement import indicators  # noqa: E402 -- found by the path set above
from motcua.measurement.values.cards import Better, Card, Way  # noqa: E402 -- as above

PAGE = ROOT / "docs/reference/indicators.md"
HEADER = """# Indicators

Written by `python tools/indicators.py` from the cards in `src/motcua/measurement/indicators/`.
Do not edit.

Each indicator is one file: a card and one expression, the same on DuckDB and on Spark. It is
counted **as fed** (what feeders of EMC report, every trap included) and **as it is**; where only
one way can be had, the card says which. A *service* is a procedure at one ministry or province.
*Official* is said only where the formula itself was read in a legal text.
"""
GROUPS = {
    "supply": "Supply",
    "use": "Use",
    "money": "Payment",
    "people": "People",
    "time": "Time",
    "connection": "Connections",
}
BETTER = {Better.MORE: "more is better", Better.LESS: "less is better", Better.NEITHER: ""}
WAYS = {Way.FED: "as fed", Way.TRUE: "as it is"}


def page() -> str:
    """Give the page as it should be."""
    return "\n".join([HEADER, *_lines()]) + "\n"


def _lines() -> Iterator[str]:
    cards = list(indicators.CARDS.values())
    groups = [*GROUPS, *sorted({card.group for card in cards} - set(GROUPS))]
    for group in groups:
        found = [card for card in cards if card.group == group]
        if found:
            yield f"## {GROUPS.get(group, group.capitalize())}\n"
            for card in found:
                yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    yield f"### {card.code.upper()}: {card.name.en}\n"
    yield f"*{card.name.vi}*\n"
    yield f"- Formula: {card.formula.en}  \n  {card.formula.vi}"
    if card.differs:
        yield f"- The two ways: {card.differs.en}  \n  {card.differs.vi}"
    yield f"- Basis{' (official)' if card.official else ''}: {card.legal_basis.en}"
    yield f"- Unit: {_unit(card)}"
    if card.target is not None:
        yield f"- Target: {card.target:.0%}" if card.unit == "share" else f"- Target: {card.target}"
    if card.zero:
        yield f"- Denominator of zero: {card.zero.en}"
    yield f"- Reads: {', '.join(f'`{name}`' for name in card.reads)}"
    yield from (f"- Note: {note.en}" for note in card.notes.values())
    yield ""


def _unit(card: Card) -> str:
    ways = " and ".join(WAYS[way] for way in card.ways)
    adds = "agencies add up" if card.additive else "agencies do not add up"
    return "; ".join(filter(None, (card.unit, BETTER[card.better], f"counted {ways}", adds)))


def main() -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    wanted = page()
    if parser.parse_args().check:
        stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != wanted
        if stale:
            print(f"{PAGE.relative_to(ROOT)} is stale: python tools/indicators.py")  # noqa: T201 -- a script
        return int(stale)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
