"""How a code is tidied before it is read, and how it is refused."""

from motcua.kernel.words import Refused, Sentence


class CodeRefused(Refused):
    """A text is not the code it should be."""


def refusal(*, vi: str, en: str, text: str, example: str) -> CodeRefused:
    """Make the refusal of `text`: what it is not, and how a right one looks."""
    shown = text if len(text) <= 40 else f"{text[:40]}…"
    return CodeRefused(
        Sentence(
            f"“{shown}” không phải là {vi}. Bạn hãy viết theo mẫu {example}.",
            f"“{shown}” is not {en}. Write it like {example}.",
        )
    )


def tidy(text: str) -> str:
    """Take spaces off and set capitals, as codes are printed; a copied code often carries both."""
    return "".join(text.split()).upper()
