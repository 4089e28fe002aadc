"""Two hundred questions as people type them: with marks and without, everyday words, slips."""

from random import Random

from tests.procedures.search_samples import questions

from motcua.kernel.text import fold

LETTERS = "abcdeghiklmnopqrstuvxy"


def asked(number: int = 200) -> list[str]:
    """Give questions; the first are hand-written, the rest are those bare of marks or mistyped."""
    chance = Random(1)
    written = [question for question, _ in questions()]
    bare = [fold(question) for question in written]
    mistyped = [_slip(question, chance) for question in bare]
    return list(dict.fromkeys([*written, *bare, *mistyped]))[:number]


def _slip(text: str, chance: Random) -> str:
    """Leave a letter out, change one, or swap two."""
    at = chance.randrange(1, max(2, len(text) - 1))
    kind = chance.randrange(3)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + chance.choice(LETTERS) + text[at + 1 :]
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
