"""What is wrong with words somebody typed for a template, and how they read with sample facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO

from jinja2 import TemplateError, nodes
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from motcua.kernel.words import Sentence
from motcua.notifications.rules import segments
from motcua.notifications.rules.templates import MessageTemplate, filled, parsed, render
from motcua.notifications.values import Wording

FIELDS = {
    "subject": Sentence("Tiêu đề", "Subject"),
    "text": Sentence("Nội dung thư", "Text of the e-mail"),
    "short": Sentence("Tin ngắn", "Short message"),
}
LANGUAGES = {
    "vi": Sentence("tiếng Việt", "in Vietnamese"),
    "en": Sentence("tiếng Anh", "in English"),
}
PLACES = tuple(f"{field}.{language}" for field in FIELDS for language in LANGUAGES)
"""Where words are typed: `subject.vi`, `subject.en`, `text.vi` …"""
MOST = {"subject": 200, "text": 4000, "short": 600}
_DEEPEST = 4

SAMPLES = {
    "name": Sentence("Nguyễn Thị An", "Nguyen Thi An"),
    "code": Sentence("H26.00070-260105-0001", "H26.00070-260105-0001"),
    "procedure": Sentence("Đăng ký khai sinh", "Registration of a birth"),
    "agency": Sentence("UBND phường Hoàn Kiếm", "People's Committee of Hoan Kiem ward"),
    "link": Sentence(
        "https://motcua.vi-du.vn/ho-so/H26.00070-260105-0001/",
        "https://motcua.vi-du.vn/ho-so/H26.00070-260105-0001/",
    ),
    "due": Sentence("17:00 12/01/2026", "17:00, 12 January 2026"),
    "answer_by": Sentence("17:00 12/01/2026", "17:00, 12 January 2026"),
    "at": Sentence("09:00 12/01/2026", "09:00, 12 January 2026"),
    "amount": Sentence("8.000 đ", "8,000 VND"),
    "helper": Sentence("Lê Thị Hoa", "Le Thi Hoa"),
    "words": Sentence("Hồ sơ đang được xử lý.", "The application is being worked on."),
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong: at which place (`short.vi`), and a sentence with the remedy."""

    place: str
    sentence: Sentence


def lint(words: Mapping[str, str], *, uses: tuple[str, ...]) -> tuple[Flaw, ...]:
    """Give what is wrong with words keyed by place; nothing where they may go to people."""
    found = [Flaw(place, what) for place in PLACES for what in _flaws(place, words, uses)]
    return tuple(found)


def spoken(place: str) -> Sentence:
    """Name a place: `Tin ngắn tiếng Việt`."""
    field, language = place.split(".")
    name, tongue = FIELDS[field], LANGUAGES[language]
    return Sentence(f"{name.vi} {tongue.vi}", f"{name.en} {tongue.en}")


def worded(template: MessageTemplate, words: Mapping[str, str]) -> MessageTemplate:
    """Give the template with other words; raises pydantic's ValidationError for wrong ones."""
    data = {
        **{name: getattr(template, name) for name in ("code", "valid_from", "valid_to", "uses")},
        **{field: {tongue: words[f"{field}.{tongue}"] for tongue in LANGUAGES} for field in FIELDS},
    }
    return MessageTemplate.model_validate(data)


def words_of(template: MessageTemplate) -> dict[str, str]:
    """Give a template's words, keyed by place."""
    return {
        f"{field}.{language}": getattr(template, field).in_(language)
        for field in FIELDS
        for language in LANGUAGES
    }


def sample(template: MessageTemplate, *, language: str) -> Wording:
    """Fill a template in with made-up facts."""
    unknown = Sentence("…", "…")
    facts = {name: SAMPLES.get(name, unknown).in_(language) for name in template.uses}
    return render(template, facts, language=language)


def sms(short: str) -> segments.Segments:
    """Count the SMS that short words take as they are sent: without marks."""
    return segments.count(segments.without_marks(short))


def as_yaml(template: MessageTemplate) -> str:
    """Write a template as a file of the library; `load` reads it back the same."""
    yaml = YAML()
    yaml.width, yaml.allow_unicode = 10_000, True
    data: dict[str, object] = {"code": template.code, "valid_from": template.valid_from}
    if template.valid_to:
        data["valid_to"] = template.valid_to
    data["uses"] = list(template.uses)
    for field in FIELDS:
        words: Sentence = getattr(template, field)
        data[field] = {language: _scalar(words.in_(language)) for language in LANGUAGES}
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _scalar(words: str) -> object:
    block = words.endswith("\n") and not words.endswith("\n\n") and not words.startswith(" ")
    return LiteralScalarString(words) if block else DoubleQuotedScalarString(words)


def _flaws(place: str, words: Mapping[str, str], uses: tuple[str, ...]) -> list[Sentence]:
    text, name, field = words.get(place, ""), spoken(place), place.partition(".")[0]
    if not text.strip():
        return [_empty(place, words)]
    if len(text) > MOST[field] or not all(one.isprintable() or one == "\n" for one in text):
        most = MOST[field]
        return [
            Sentence(
                f"{name.vi}: hãy viết nhiều nhất {most} ký tự, không có ký tự điều khiển.",
                f"{name.en}: write at most {most} characters, none of them control characters.",
            )
        ]
    try:
        tree = parsed(text)
    except (TemplateError, RecursionError):
        return [
            Sentence(
                f"{name.vi}: dấu ngoặc viết sai; hãy viết {{{{ tên }}}} và đóng mọi {{% if %}} "
                "bằng {% endif %}.",
                f"{name.en}: the braces are wrong; write {{{{ name }}}} and close every {{% if %}} "
                "with {% endif %}.",
            )
        ]
    return _about_facts(tree, name, uses) or _too_long(place, text, uses)


def _empty(place: str, words: Mapping[str, str]) -> Sentence:
    field, language = place.split(".")
    other = "en" if language == "vi" else "vi"
    name = spoken(place)
    if words.get(f"{field}.{other}", "").strip():
        return Sentence(
            f"{name.vi} còn thiếu; hãy viết cả hai thứ tiếng.",
            f"{name.en} is missing; write both languages.",
        )
    return Sentence(
        f"{name.vi} đang trống; hãy viết lời gửi cho người dân.",
        f"{name.en} is empty; write what people are told.",
    )


def _about_facts(tree: nodes.Template, name: Sentence, uses: tuple[str, ...]) -> list[Sentence]:
    if _strange(tree):
        return [
            Sentence(
                f"{name.vi}: chỉ dùng {{{{ tên }}}} và {{% if tên %}} … {{% endif %}}; "
                "hãy bỏ phép tính, bộ lọc và vòng lặp.",
                f"{name.en}: only {{{{ name }}}} and {{% if name %}} … {{% endif %}} are known; "
                "leave out sums, filters and loops.",
            )
        ]
    unknown = ", ".join(sorted({one.name for one in tree.find_all(nodes.Name)} - set(uses)))
    if not unknown:
        return []
    known = ", ".join(uses)
    return [
        Sentence(
            f"{name.vi}: không có dữ kiện {unknown}; hãy dùng {known}.",
            f"{name.en}: there is no fact {unknown}; use {known}.",
        )
    ]


def _strange(node: nodes.Node, depth: int = 0) -> bool:
    if isinstance(node, nodes.If):
        test = node.test.node if isinstance(node.test, nodes.Not) else node.test
        if depth > _DEEPEST or not isinstance(test, nodes.Name):
            return True
        inside = [*node.body, *node.elif_, *node.else_]
        return any(_strange(one, depth + 1) for one in inside)
    if isinstance(node, nodes.Template | nodes.Output):
        return any(_strange(one, depth) for one in node.iter_child_nodes())
    return not isinstance(node, nodes.Name | nodes.TemplateData)


def _too_long(place: str, text: str, uses: tuple[str, ...]) -> list[Sentence]:
    field, language = place.split(".")
    if field != "short":
        return []
    facts = {name: SAMPLES[name].in_(language) for name in uses if name in SAMPLES}
    taken = sms(filled(text, dict.fromkeys(uses, "…") | facts)).parts
    if taken <= segments.WANTED:
        return []
    name = spoken(place)
    return [
        Sentence(
            f"{name.vi} dài {taken} SMS; hãy rút còn {segments.WANTED}.",
            f"{name.en} takes {taken} SMS; shorten it to {segments.WANTED}.",
        )
    ]
