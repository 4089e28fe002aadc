"""Money: whole đồng as `int`, written in figures and in words."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((1_000_000, "triệu"), (1_000, "nghìn"), (1, ""))
_BILLION = 1_000_000_000


def dong(amount: int, language: str = "vi") -> str:
    """Write an amount of whole đồng in figures: `"1.250.000 đ"`, in English `"1,250,000 VND"`."""
    if language.startswith("en"):
        return f"{amount:,} VND"
    return f"{amount:,} đ".replace(",", ".")


def in_words(amount: int) -> str:
    """Write an amount of whole đồng in words, as receipts and orders of payment require.

    `in_words(105000)` is `"một trăm linh năm nghìn đồng"`; a negative amount starts with "âm".
    """
    return f"{number_in_words(amount)} đồng"


def number_in_words(number: int) -> str:
    """Write a whole number in Vietnamese words (Northern usage: linh, nghìn, tư, lăm, mốt)."""
    if number < 0:
        return f"âm {number_in_words(-number)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_large(number, leading=True))


def _large(number: int, *, leading: bool) -> list[str]:
    """Write a number above zero; without `leading`, hundreds are named even when there are none."""
    if number >= _BILLION:
        above, below = divmod(number, _BILLION)
        words = [*_large(above, leading=leading), "tỷ"]
        return words + _large(below, leading=False) if below else words
    words = []
    for size, name in _SCALES:
        group, number = divmod(number, size)
        if group:
            words += _group(group, leading=leading and not words)
            words += [name] if name else []
    return words


def _group(group: int, *, leading: bool) -> list[str]:
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words = [] if leading and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens == 0:
        between = ["linh"] if words and ones else []
        return words + between + ([_DIGITS[ones]] if ones else [])
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return words + ([_ones(tens, ones)] if ones else [])


def _ones(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1:
        return {1: "mốt", 4: "tư"}.get(ones, _DIGITS[ones])
    return _DIGITS[ones]
