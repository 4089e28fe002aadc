"""One file of expressions on which the server and the browser must agree."""

import hashlib
import json
from pathlib import Path

import pytest
from tests.forms.conftest import STATIC

from motcua.forms.rules import conditions
from motcua.forms.rules.conditions import (
    ConditionRefused,
    Environment,
    Kind,
    Variable,
    wire_name,
)

pytestmark = pytest.mark.once
VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))


def declared():
    return {
        path: Variable(Kind.ROWS, {name: Kind(k) for name, k in kind.items()})
        if isinstance(kind, dict)
        else Variable(Kind(kind))
        for path, kind in VECTORS["variables"].items()
    }


def cases():
    environment = Environment(declared())
    for case in VECTORS["cases"]:
        condition = environment.compile(case["expression"])
        for name, answers in VECTORS["answers"].items():
            yield condition, answers, case[name]


def test_the_server_gives_every_value():
    wrong = [
        (condition.source, value, got)
        for condition, answers, value in cases()
        if (got := condition.evaluate(answers)) != value or type(got) is not type(value)
    ]
    assert wrong == []
    assert len(VECTORS["cases"]) >= 300


def test_the_browser_gives_every_value(site, page_at):
    given = [
        {"wire": condition.wire, "given": condition.given(answers), "value": value}
        for condition, answers, value in cases()
    ]
    types = {wire_name(path): str(variable.kind) for path, variable in declared().items()}
    page = page_at()
    page.goto(site.show(""))
    wrong = page.evaluate(
        """async ([types, cases]) => {
          const { environment, evaluate, typed } = await import("/static/js/expressions.js");
          const { Environment } = await import("/static/vendor/cel.js");
          const made = environment(Environment, types);
          const plain = (v) => typeof v === "bigint" ? Number(v)
            : Array.isArray(v) ? v.map(plain) : v ?? null;
          const run = (c) => plain(evaluate(made.parse(c.wire), typed(c.given)));
          return cases.map((c) => [c.wire, c.value, run(c)])
            .filter(([, wanted, got]) => JSON.stringify(wanted) !== JSON.stringify(got));
        }""",
        [types, given],
    )
    assert wrong == []


def test_the_vendored_bundle_is_what_the_manifest_says():
    manifest = json.loads((STATIC / "vendor/manifest.json").read_text("utf-8"))
    assert {
        name: hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest()
        for name in manifest
    } == {name: entry["sha256"] for name, entry in manifest.items()}
    assert all((STATIC / "js" / f"{name}.js").stat().st_size < 8192
               for name in ("conditions", "expressions", "autosave", "upload", "form"))  # fmt: skip


REFUSED = [
    ("chid.age > 1", "có phải bạn muốn viết “child.age”?"),
    ("child.age > '1'", "không dùng được “>” với số nguyên và chữ"),
    ("!!child.sick", "phủ định hai lần"),
    ("child.age > 1.5", "“1.5” không phải số nguyên"),
    ("child.age > 1u", "“1u” không phải số nguyên"),
    ("child.name == null", "hãy dùng has(…)"),
    ("has(child.age, 2)", "has(…) cần đúng một tên trường"),
    ("has()", "has(…) cần đúng một tên trường"),
    ("child.name.matches('a+')", "không có hàm “matches”"),
    ("timestamp(child.name) > 1", "không có hàm “timestamp”"),
    ("child.age @ 3", "không hiểu ký tự “@”"),
    ("child.age >", "không đọc được biểu thức"),
    ("(" * 40 + "1" + ")" * 40, "quá nhiều dấu ngoặc"),
    ("1 + " * 600 + "1", "biểu thức quá dài"),
    ("child.name + 1", "không dùng được “+” với chữ và số nguyên"),
    ("'mở", "không hiểu ký tự “'”"),
]


@pytest.mark.parametrize(("expression", "words"), REFUSED, ids=[e[:20] for e, _ in REFUSED])
def test_what_is_not_an_expression_is_refused_with_a_remedy(expression, words):
    variables = {
        "child.age": Variable(Kind.INTEGER),
        "child.name": Variable(Kind.TEXT),
        "child.sick": Variable(Kind.BOOLEAN),
    }
    with pytest.raises(ConditionRefused) as refused:
        conditions.compile(expression, variables)
    assert words in refused.value.sentence.vi


def test_a_condition_without_the_answer_it_needs_does_not_hold():
    age = conditions.compile("child.age < 14", {"child.age": Variable(Kind.INTEGER)})
    assert [age.holds(answers) for answers in ({"child.age": 3}, {"child.age": 20}, {})] == [
        True,
        False,
        False,
    ]
    assert age.evaluate({"child.age": "x"}) is None
