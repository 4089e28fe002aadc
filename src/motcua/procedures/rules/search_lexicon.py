"""What people say and what the catalogue calls it: `library/search/*.yaml`, checked and compiled.

Phrases are matched without marks, but a mark that was typed must agree: `sổ đỏ` is no `số đo`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import Field

from motcua.kernel.definitions import Strict
from motcua.procedures.rules.search_words import Token, folded, words


class EverydayEntry(Strict):
    """Ways to say one thing, what official names call it, and which procedures settle it."""

    say: tuple[str, ...] = Field(min_length=1)
    means: str = ""
    codes: tuple[str, ...] = ()


class EverydayFile(Strict):
    """`library/search/everyday.yaml`."""

    abbreviations: dict[str, str] = Field(default_factory=dict)
    entries: tuple[EverydayEntry, ...]


class SpeechFile(Strict):
    """`library/search/speech.yaml`: words of asking, which say nothing of what is asked for."""

    phrases: tuple[str, ...]
    faint: tuple[str, ...]


class PopularFile(Strict):
    """`library/search/popular.yaml`: the services most people come for, most wanted first."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of saying something, compiled."""

    tokens: tuple[Token, ...]
    means: tuple[Token, ...]
    codes: tuple[str, ...]
    said: str
    meant: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everyday phrases, phrases of asking, and faint words, found by their first word."""

    everyday: dict[str, tuple[Phrase, ...]]
    asking: dict[str, tuple[Phrase, ...]]
    faint: frozenset[Token]
    popular: tuple[str, ...]
    abbreviations: dict[str, str]
    """Folded abbreviations and their folded words, for names that hold either."""

    @property
    def sayings(self) -> tuple[tuple[Token, ...], ...]:
        """Every phrase and faint word, so that spelling knows them."""
        groups = (*self.everyday.values(), *self.asking.values())
        phrases = (phrase.tokens for group in groups for phrase in group)
        return (*phrases, *((token,) for token in self.faint))

    def is_faint(self, typed: Token) -> bool:
        """Say whether a word tells little: `lại` does, `lái` does not, `lai` may be either."""
        return any(_same(token, typed) for token in self.faint)


def compile_lexicon(everyday: EverydayFile, speech: SpeechFile, popular: PopularFile) -> Lexicon:
    """Make the files quick to look things up in."""
    sayings = (
        Phrase(words(said), words(entry.means), entry.codes, said, entry.means)
        for entry in everyday.entries
        for said in entry.say
    )
    short = (
        Phrase(words(short), words(full), (), short, full)
        for short, full in everyday.abbreviations.items()
    )
    asking = (Phrase(words(phrase), (), (), phrase, "") for phrase in speech.phrases)
    return Lexicon(
        everyday=_by_first_word((*sayings, *short)),
        asking=_by_first_word(asking),
        faint=frozenset(token for word in speech.faint for token in words(word)),
        popular=popular.codes,
        abbreviations={folded(k): folded(full) for k, full in everyday.abbreviations.items()},
    )


def match(
    phrases: dict[str, tuple[Phrase, ...]],
    tokens: Sequence[Token],
    at: int,
    *,
    unfinished: bool = False,
) -> Phrase | None:
    """Find the longest phrase that begins at a token; `unfinished`: its last word may lack letters.

    `mất bằng l` is `mất bằng lái` then; a phrase of one word must be whole.
    """
    if at >= len(tokens):
        return None
    begun: Phrase | None = None
    for phrase in phrases.get(tokens[at].folded, ()):
        here = tokens[at : at + len(phrase.tokens)]
        if len(here) == len(phrase.tokens) and all(map(_same, phrase.tokens, here)):
            return phrase
        if unfinished and _begins(phrase.tokens, tokens[at:]):
            begun = phrase
    return begun


def _begins(phrase: Sequence[Token], typed: Sequence[Token]) -> bool:
    """Say whether the last typed words are a phrase, as far as they go."""
    if len(typed) != len(phrase) or len(typed) < 2:
        return False
    *whole, last = typed
    return all(map(_same, phrase, whole)) and phrase[-1].folded.startswith(last.folded)


def _same(meant: Token, typed: Token) -> bool:
    """Say whether a typed word is the meant one, where marks may be missing but not others."""
    return meant.folded == typed.folded and (not typed.is_marked or meant.shape == typed.shape)


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    groups: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        groups[phrase.tokens[0].folded].append(phrase)
    return {
        first: tuple(sorted(group, key=lambda phrase: -len(phrase.tokens)))
        for first, group in groups.items()
    }
