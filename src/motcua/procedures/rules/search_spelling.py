"""Spelling: which words of the index a reader probably meant.

The vocabulary is made of the index itself (a few thousand syllables), so a correction always
leads somewhere. Neighbouring words decide between candidates: after `khai`, `sing` is `sinh`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from motcua.procedures.rules.search_words import Token, loose_forms, sound

_CANDIDATES = 8
_PAIRS_KEPT = 2
_SAYING = 5
"""Names that a saying weighs as much as, where it tells which words go together."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What stands in the index: words by number of documents, and words that follow each other."""

    documents: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    pairs: dict[str, int] = field(default_factory=dict)
    sounds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sayings: frozenset[str] = frozenset()
    """Words that people say and no name holds; right as they are, but nothing is found by them."""

    def knows(self, word: str) -> bool:
        """Say whether a word is spelt as it should be."""
        return word in self.counts or word in self.sayings

    def weight(self, word: str) -> float:
        """How much a word tells: 0 for one in every document, about 9 for one in 6,000."""
        return math.log((self.documents + 1) / (self.counts.get(word, 0) + 0.5)) + 0.05

    def followers(self, first: str, second: str) -> int:
        """Count the documents in whose name `second` follows `first`."""
        return self.pairs.get(f"{first} {second}", 0)


def vocabulary(
    counts: dict[str, int],
    *,
    documents: int,
    written: dict[str, str],
    pairs: dict[str, int],
    sayings: Iterable[Sequence[Token]] = (),
) -> Vocabulary:
    """Put a vocabulary together from its stored parts and the phrases that people say."""
    phrases = tuple(sayings)
    said = frozenset(token.folded for phrase in phrases for token in phrase)
    together = Counter(pairs)
    for phrase in phrases:
        for a, b in pairwise(phrase):
            together[f"{a.folded} {b.folded}"] += _SAYING
    sounds: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(said | counts.keys()):
        if word.isalpha():
            sounds[sound(word)].append(word)
    return Vocabulary(
        documents=documents,
        counts=counts,
        written={token.folded: token.written for phrase in phrases for token in phrase} | written,
        pairs=dict(together),
        sounds={heard: tuple(spelt) for heard, spelt in sounds.items()},
        sayings=said,
    )


def gather(documents: Iterable[tuple[Sequence[Token], Sequence[str]]]) -> Vocabulary:
    """Make the vocabulary of documents, each its name's tokens and its other folded words."""
    counts: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    writings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    number = 0
    for name, others in documents:
        number += 1
        counts.update({token.folded for token in name} | set(others))
        pairs.update({f"{a.folded} {b.folded}" for a, b in pairwise(name)})
        for token in name:
            writings[token.folded][token.written] += 1
    return vocabulary(
        dict(counts),
        documents=number,
        written={word: forms.most_common(1)[0][0] for word, forms in writings.items()},
        pairs={pair: seen for pair, seen in pairs.items() if seen >= _PAIRS_KEPT or number < 500},
    )


@dataclass(frozen=True, slots=True)
class _Choice:
    """What one typed word may stand for, and how far that is from what was typed."""

    words: tuple[str, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class _Path:
    score: float
    choices: tuple[_Choice, ...]


def correct(
    typed: Sequence[str], known: Vocabulary, *, keep_last: bool = False, bold: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Give for each typed word the words it stands for: itself, a correction, or two run together.

    `bold` also doubts words that exist (`khai xin` for `khai sinh`); `keep_last` leaves the last
    word alone, because it is still being typed.
    """
    beam = [_Path(0.0, ())]
    for index, word in enumerate(typed):
        still_typing = keep_last and index == len(typed) - 1
        choices = [_Choice((word,), 0.0)] if still_typing else _choices(word, known, bold=bold)
        paths = [
            _Path(path.score + _fit(path, choice, known), (*path.choices, choice))
            for path in beam
            for choice in choices
        ]
        beam = sorted(paths, key=lambda path: -path.score)[:_CANDIDATES]
    return tuple(choice.words for choice in beam[0].choices)


def _fit(path: _Path, choice: _Choice, known: Vocabulary) -> float:
    """Judge a choice: near to what was typed, common, and at home after its neighbour."""
    before = path.choices[-1].words[-1] if path.choices else ""
    chain = (before, *choice.words)
    together = sum(math.log1p(known.followers(a, b)) for a, b in pairwise(chain))
    common = math.log1p(known.counts.get(choice.words[0], 0))
    return min(together, 5.0) + 0.35 * common - 3.0 * choice.cost


def _choices(word: str, known: Vocabulary, *, bold: bool) -> list[_Choice]:
    """List what a word may stand for, itself first; a word of the index stands for itself."""
    itself = [_Choice((word,), 0.0 if known.knows(word) else 2.5)]
    if len(word) < 2 or not word.isalnum() or word.isdigit():
        return itself
    if known.knows(word) and not bold:
        return itself
    found = {form: 0.3 for form in loose_forms(word) if known.knows(form)}
    for form in known.sounds.get(sound(word), ()):
        found.setdefault(form, 0.5)
    doubt = 0.2 if known.knows(word) else 0.0
    for form, distance in _near(word, known):
        found[form] = min(found.get(form, 9.0), distance + doubt)
    near = sorted(found.items(), key=lambda item: (item[1], -known.counts.get(item[0], 0)))
    near = [(form, cost) for form, cost in near if form != word][: _CANDIDATES * 2]
    split = [_Choice(parts, 0.6) for parts in _splits(word, known)]
    return itself + [_Choice((form,), cost) for form, cost in near] + split


def _near(word: str, known: Vocabulary) -> Iterable[tuple[str, float]]:
    """Find words of the index within one slip, two for long words; transposed letters are one."""
    allowed = 1 if len(word) <= 4 else 2
    hits = process.extract(
        word, (*known.counts, *known.sayings), scorer=OSA.distance, score_cutoff=allowed, limit=40
    )
    for form, distance, _ in hits:
        if form.isalpha() and distance:
            same_start = 0.0 if form[0] == word[0] else 0.25
            yield form, float(distance) + same_start


def _splits(word: str, known: Vocabulary) -> Iterable[tuple[str, str]]:
    """Find two words of the index that were run together, as in `khaisinh`."""
    if known.knows(word) or len(word) < 4:
        return
    for cut in range(1, len(word)):
        first, second = word[:cut], word[cut:]
        if known.followers(first, second):
            yield first, second
