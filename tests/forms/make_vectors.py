"""Write vectors.json: expressions, answers, and the value on which both engines must agree.

    python tests/forms/make_vectors.py

The first part is by hand; the second is drawn at random from a grammar, from one seed, with the
values that the server gives. `null` means: no value (something is not answered, or cannot be)."""

import json
import random
from pathlib import Path

from motcua.forms.rules.conditions import ConditionRefused, Environment, Kind, Variable

FILE = Path(__file__).with_name("vectors.json")
VARIABLES = {
    "today": "string",
    "child.full_name": "string",
    "child.sex": "string",
    "child.born_on": "string",
    "child.order": "int",
    "has_father": "bool",
    "father.full_name": "string",
    "father.income": "int",
    "copies": "list<string>",
    "count": "int",
    "kids": {"name": "string", "age": "int", "sick": "bool"},
}
FULL = {
    "today": "2026-11-22",
    "child.full_name": "Nguyễn Thị Ánh",
    "child.sex": "female",
    "child.born_on": "2020-02-29",
    "child.order": 2,
    "has_father": True,
    "father.full_name": "Đặng Văn Đức",
    "father.income": 12_500_000,
    "copies": ["post", "desk"],
    "count": 3,
    "kids": [{"name": "Bình", "age": 7, "sick": False}, {"name": "Út", "age": 2}],
}
SPARSE = {"today": "2026-11-22", "child.sex": "male", "has_father": False, "count": 0}
METHODS = ("startsWith", "contains", "endsWith")
HAND = [
    ("child.sex == 'female'", True, False),
    ("child.sex != 'female'", False, True),
    ("has(child.full_name)", True, False),
    ("!has(father.full_name)", False, True),
    ("child.full_name == 'Nguyễn Thị Ánh'", True, None),
    ("child.full_name.startsWith('Nguyễn')", True, None),
    ("child.full_name.endsWith('nh')", True, None),
    ("child.full_name.contains('Thị')", True, None),
    ("size(child.full_name)", 14, None),
    ("child.full_name.size()", 14, None),
    ("fold(child.full_name)", "nguyen thi anh", None),
    ("fold('ĐƯỜNG Ố Ẵ ðé')", "duong o a de", "duong o a de"),
    ("fold(father.full_name) == 'dang van duc'", True, None),
    ("child.order > 1", True, None),
    ("child.order >= 2 && child.order <= 2", True, None),
    ("child.order + count * 2", 8, None),
    ("count * 8000", 24000, 0),
    ("has(count) ? count * 8000 : 0", 24000, 0),
    ("has(child.order) ? child.order : -1", 2, -1),
    ("father.income / 1000000", 12, None),
    ("father.income % 1000000", 500000, None),
    ("(0 - father.income) / 1000000", -12, None),
    ("(0 - father.income) % 7000000", -5500000, None),
    ("-child.order", -2, None),
    ("count / child.order", 1, None),
    ("10 / count", 3, None),
    ("10 % count", 1, None),
    ("9223372036854775807 + count", None, 9223372036854775807),
    ("9223372036854775807 * 2 > 0", None, None),
    ("has_father && father.income > 10000000", True, False),
    ("!has_father || father.income > 10000000", True, True),
    ("has_father ? father.full_name : 'không có'", "Đặng Văn Đức", "không có"),
    ("child.order > 1 || child.sex == 'male'", True, True),
    ("child.order > 1 && child.sex == 'female'", True, False),
    ("child.order > 5 && child.sex == 'female'", False, False),
    ("child.sex == 'female' || child.order == 9", True, None),
    ("'post' in copies", True, None),
    ("'sea' in copies", False, None),
    ("size(copies)", 2, None),
    ("has(copies) && size(copies) > 1", True, False),
    ("copies[0] == 'post'", True, None),
    ("copies[5] == 'post'", None, None),
    ("child.sex in ['male', 'other']", False, True),
    ("count in [0, 1, 2]", False, True),
    ("copies.exists(c, c == 'desk')", True, None),
    ("copies.all(c, c.startsWith('p'))", False, None),
    ("copies.exists_one(c, c == 'desk')", True, None),
    ("size(copies.filter(c, c != 'desk'))", 1, None),
    ("copies.map(c, c + '!')", ["post!", "desk!"], None),
    ("kids.exists(k, k.age < 6)", True, None),
    ("kids.all(k, k.age < 6)", False, None),
    ("kids.all(k, has(k.sick))", False, None),
    ("kids.exists(k, has(k.sick) && !k.sick)", True, None),
    ("kids.exists(k, k.sick)", None, None),
    ("kids.filter(k, k.age > 5).size()", 1, None),
    ("size(kids.filter(k, k.age > 5))", 1, None),
    ("kids.map(k, k.name)", ["Bình", "Út"], None),
    ("kids.exists(k, k.name == 'Út')", True, None),
    ("size(kids) * 3000", 6000, None),
    ("age_years(child.born_on, today)", 6, None),
    ("age_years(child.born_on, today) < 14", True, None),
    ("age_years('2020-02-29', '2021-02-28')", 0, 0),
    ("age_years('2020-02-29', '2021-03-01')", 1, 1),
    ("age_years('2000-01-01', '1999-12-31')", -1, -1),
    ("age_years('2000-05-10', '1999-05-11')", -1, -1),
    ("age_years('2000-05-10', '1999-05-09')", -2, -2),
    ("age_years('không', today)", None, None),
    ("age_years('2021-02-29', today)", None, None),
    ("age_years('2020-1-1', today)", None, None),
    ("age_months(child.born_on, '2020-03-28')", 0, None),
    ("age_months('2020-01-31', '2020-02-29')", 0, 0),
    ("age_months('2020-01-31', '2021-03-31')", 14, 14),
    ("days_between('2026-01-01', '2026-03-01')", 59, 59),
    ("days_between('2024-01-01', '2024-03-01')", 60, 60),
    ("days_between('2026-03-01', '2026-01-01')", -59, -59),
    ("days_between('0001-01-01', '9999-12-31')", 3652058, 3652058),
    ("days_between(child.born_on, today) > 60", True, None),
    ("add_days('2026-12-30', 3)", "2027-01-02", "2027-01-02"),
    ("add_days('2024-02-28', 1)", "2024-02-29", "2024-02-29"),
    ("add_days('9999-12-31', 1)", None, None),
    ("add_days('0001-01-01', -1)", None, None),
    ("add_days(today, count)", "2026-11-25", "2026-11-22"),
    ("year_of(today)", 2026, 2026),
    ("year_of('1985')", 1985, 1985),
    ("year_of('1985-07')", 1985, 1985),
    ("year_of('85')", None, None),
    ("child.born_on < '2021-01-01'", True, None),
    ("today >= '2026-11-22'", True, True),
    ("string(count) + ' bản'", "3 bản", "0 bản"),
    ("int('42') + count", 45, 42),
    ("int('4x') + count", None, None),
    ("'a' < 'á' && 'á' < 'đ' && 'z' < 'đ'", True, True),
    ("\"Ơ\" + 'ư'", "Ơư", "Ơư"),
    ("\"d'Arc\" == 'd\\'Arc'", True, True),
    ("[1, 2, 3].exists(x, x == count)", True, False),
    ("size([])", 0, 0),
    ("size('')", 0, 0),
    ("true && !false", True, True),
    ("(count > 1) == has_father", True, True),
    ("!(count > 1)", False, True),
    ("!(child.order > 1)", False, None),
    ("count > 1 ? 'nhiều' : count == 1 ? 'một' : 'không'", "nhiều", "không"),
    ("has(kids) && kids.exists(k, k.age >= 6) && has_father", True, False),
]


def variables():
    return {
        path: Variable(Kind.ROWS, {n: Kind(k) for n, k in kind.items()})
        if isinstance(kind, dict)
        else Variable(Kind(kind))
        for path, kind in VARIABLES.items()
    }


class Grammar:
    """Draws expressions of a wanted type."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, *choices):
        choice = self.random.choice(choices)
        return choice() if callable(choice) else choice

    def boolean(self, depth):
        if depth <= 0:
            return self.pick("has_father", "has(count)", "has(father.income)", "true", "!has(kids)")
        less = depth - 1
        return self.pick(
            lambda: f"({self.boolean(less)} {self.pick('&&', '||')} {self.boolean(less)})",
            lambda: f"!({self.boolean(less)})",
            lambda: f"{self.integer(less)} {self.compare()} {self.integer(less)}",
            lambda: f"{self.text(less)} {self.pick('==', '!=')} {self.text(less)}",
            lambda: f"{self.text(less)}.{self.pick(*METHODS)}({self.text(0)})",
            lambda: f"{self.text(less)} in {self.texts()}",
            lambda: f"kids.{self.pick('exists', 'all')}(k, {self.row()})",
            lambda: f"({self.boolean(less)} ? {self.boolean(less)} : {self.boolean(less)})",
        )

    def compare(self):
        return self.pick("<", "<=", ">", ">=", "==", "!=")

    def integer(self, depth):
        if depth <= 0:
            return self.pick(
                "count", "child.order", "father.income", "0", "7", "size(copies)", "14"
            )
        less = depth - 1
        return self.pick(
            lambda: (
                f"({self.integer(less)} {self.pick('+', '-', '*', '/', '%')} {self.integer(less)})"
            ),
            lambda: f"size({self.text(less)})",
            lambda: f"age_years({self.day()}, {self.day()})",
            lambda: f"days_between({self.day()}, {self.day()})",
            lambda: f"({self.boolean(less)} ? {self.integer(less)} : {self.integer(less)})",
            "size(kids)",
        )

    def text(self, depth):
        if depth <= 0:
            return self.pick(
                "child.full_name", "child.sex", "'Nguyễn'", "'đ'", "''", "father.full_name"
            )
        less = depth - 1
        return self.pick(
            lambda: f"({self.text(less)} + {self.text(less)})",
            lambda: f"fold({self.text(less)})",
            lambda: f"string({self.integer(less)})",
            lambda: f"({self.boolean(less)} ? {self.text(less)} : {self.text(less)})",
        )

    def texts(self):
        return self.pick("copies", "['female', 'Ánh']", "copies.filter(c, c != 'desk')")

    def day(self):
        return self.pick(
            "child.born_on", "today", "'2024-02-29'", "'2026-13-01'", "add_days(today, count)"
        )

    def row(self):
        return self.pick(
            "k.age < 6", "has(k.sick) && k.sick", "k.name != 'Út'", "k.age + count > 8"
        )


def drawn(count=600, seed=20260101):
    environment = Environment(variables())
    grammar = Grammar(seed)
    cases = {}
    while len(cases) < count:
        kind = grammar.random.choice(
            [grammar.boolean, grammar.boolean, grammar.integer, grammar.text]
        )
        expression = kind(grammar.random.randint(1, 3))
        try:
            condition = environment.compile(expression)
        except ConditionRefused:
            continue
        values = {name: condition.evaluate(a) for name, a in (("full", FULL), ("sparse", SPARSE))}
        cases[expression] = {"expression": expression, **values}
    return list(cases.values())


def main():
    hand = [{"expression": e, "full": full, "sparse": sparse} for e, full, sparse in HAND]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in [*hand, *drawn()])
    head = json.dumps(
        {"variables": VARIABLES, "answers": {"full": FULL, "sparse": SPARSE}}, ensure_ascii=False
    )
    FILE.write_text(f'{head[:-1]}, "cases": [\n{lines}\n]}}\n', "utf-8")


if __name__ == "__main__":
    main()
