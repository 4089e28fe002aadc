"""Writing docs/own-portal: a page, the report as citizens read it, a summary to compare with."""

import json
from dataclasses import replace
from fractions import Fraction

from tests.own_audit import ANSWERS, PUBLISHED, SETS, Fares

from motcua.cli import start_django
from motcua.evaluation.probes.registry import facts
from motcua.evaluation.rules import recording
from motcua.evaluation.rules.answers_reading import read_answers
from motcua.evaluation.rules.judging.scales import shown
from motcua.evaluation.rules.judging.whole import judge, key_of
from motcua.evaluation.values.criteria import Method
from motcua.evaluation.values.scores import Standing

HEADER = """# How our own portal fares

Written by `python -m tests.own_audit --write`. Do not edit.

The portal of this repository, with the demonstration in it, served over TLS, looked at by
`motcua audit` as anybody could look, judged by the same criteria as every other portal. A test does
it again in every full run and fails where the grade or a fault (speed aside) is no longer what
stands here. The criteria inside the sets are placeholders, not the ministry's: see
[their page](../reference/criteria/). The whole report as citizens read it, without pictures:
[report.html](report.html).
"""
AGAIN = """## Do it again

```sh
python -m tests.own_audit            # serve, audit, say how it fares: one to two minutes
python -m tests.own_audit --write    # and write this folder anew
```
"""
WHY = {
    "CN.01": (
        "No log-in with VNeID: it needs an agreement with the Ministry of Public Security and its "
        "service, which nobody outside can use. We have accounts of our own."
    ),
    "CN.09": (
        "No payment online: it needs the payment platform of the national portal. Fees are told "
        "beforehand and paid at the counter."
    ),
    "CN.11": (
        "Citizens cannot sign electronically: it needs the gateway of the signature services. "
        "Files that are signed are kept as they are."
    ),
    "AT.14": (
        "No decision approves a security level: only the agency that runs a portal can ask for one."
    ),
    "TR.1": "Guides have words; pictures and films are missing.",
    "TH.1": "Payment and signature, as above.",
    "TH.2": "No log-in with VNeID, as above.",
    "TH.5": "No test with people was held, so nobody can say.",
}
BELOW = """
The first column rests on answers that we gave ourselves and nobody verified; they stand below. The
second shows the grade where what we say does not apply to a portal that serves nobody yet counts as
nothing. The third is what a machine saw alone; what is open counts as nothing there.
"""


def write(found: Fares, url: str) -> None:
    """Write the folder; the port that the portal had is left out."""
    start_django()
    from motcua.evaluation.queries.criteria import criteria_set  # noqa: PLC0415 -- needs settings
    from motcua.observatory import auditing  # noqa: PLC0415 -- needs Django set up

    audit = recording.from_json(found.report["audit"])
    sets = [criteria_set(name) for name in SETS]
    given = read_answers(ANSWERS.read_text("utf-8"), name=ANSWERS.name)
    answers = {one.name: given.of(one) for one in sets}
    judged = judge(audit, sets, facts=facts(), answers=answers)
    strictly = judge(audit, sets, facts=facts(), answers=_strict(answers))
    alone = judge(audit, sets, facts=facts())
    PUBLISHED.mkdir(exist_ok=True)
    host = url.rstrip("/")
    page = auditing.html(judged, read=lambda _: None).decode().replace(host, "https://localhost")
    (PUBLISHED / "report.html").write_text(page, "utf-8")
    summary = json.dumps(found.summary(), ensure_ascii=False, indent=1)
    (PUBLISHED / "summary.json").write_text(f"{summary}\n", "utf-8")
    parts = [
        HEADER,
        _grades(judged, strictly, alone),
        _groups(judged),
        _measured(judged),
        _first(judged),
        _lacks(judged),
        _faults(judged),
        _said(judged, answers),
        AGAIN,
    ]
    (PUBLISHED / "README.md").write_text("\n".join(parts), "utf-8")


def _strict(answers):
    """Count what we say does not apply as nothing."""
    return {
        name: tuple(
            one if one.applies else replace(one, applies=True, value=Fraction(0)) for one in those
        )
        for name, those in answers.items()
    }


def _points(one):
    return f"{float(shown(one.result.total, one.result.most, one.criteria_set.bands)):g}"


def _grade(one):
    return f"{_points(one)} of {float(one.result.most):g}, " + (
        "not all judged" if one.result.provisional else f"**{one.result.grade}**"
    )


def _grades(judged, strictly, alone):
    rows = [
        f"| {now.criteria_set.title.en} | {_grade(now)} | {_grade(hard)} | {_grade(bare)} |"
        for now, hard, bare in zip(
            judged.judgements, strictly.judgements, alone.judgements, strict=True
        )
    ]
    users = judged.judgements[1].result
    good = sum(one.level == "good" for one in users.criteria)
    return "\n".join(
        [
            "## Grades\n",
            "| set | with our answers | strictly | a machine alone |\n|---|---|---|---|",
            *rows,
            BELOW + _to_spare(judged.judgements[0]),
            f"From the user's side {good} of {len(users.criteria)} criteria stand at “good”.\n",
        ]
    )


def _to_spare(one):
    band = next(each for each in one.criteria_set.bands if each.code == one.result.grade)
    spare = float(one.result.total - band.least * one.result.most)
    return (
        f"The grade {band.code} has {spare:.2f} points to spare: one of our answers, were it not "
        "believed, would\nbe enough to lose it.\n"
    )


def _groups(judged):
    lines = ["## Groups\n"]
    for one in judged.judgements:
        names = {group.code: group.text.en for group in one.criteria_set.groups}
        lines += [f"{one.criteria_set.title.en}:\n", "| group | points | of |", "|---|--:|--:|"]
        lines += [
            f"| {names[group.code]} | {float(group.points):.2f} | {float(group.most):g} |"
            for group in one.result.groups
        ]
        lines.append("")
    return "\n".join(lines)


def _measured(judged):
    lines = ["## What a machine measured\n"]
    for one in judged.judgements:
        by_probe = [each for each in one.result.criteria if each.method is Method.AUTOMATIC]
        seen = [each for each in by_probe if each.standing is Standing.JUDGED]
        lines.append(
            f"{one.criteria_set.title.en}: {len(seen)} of {len(by_probe)} automatic criteria."
        )
        lines += [
            f"- {each.code} {one.criteria_set.by_code[each.code].text.en}: {each.because.en}"
            for each in by_probe
            if each.standing is not Standing.JUDGED
        ]
        lines.append("")
    return "\n".join(lines)


def _first(judged):
    lines = ["## Five things to mend first\n"]
    lines += [
        f"{number}. {one.card.name.en} (`{key_of(one)}`): {one.card.remedy.en}"
        for number, one in enumerate(judged.first, start=1)
    ]
    return "\n".join([*lines, ""])


def _lacks(judged):
    lines = ["## Where we fall short, and why\n", "| criterion | points | why |", "|---|--:|---|"]
    for one in judged.judgements:
        for each in one.result.criteria:
            if each.code.startswith("HN.") and each.method is Method.AUTOMATIC:
                continue  # Speed is the machine's as much as ours.
            if each.standing is Standing.NOT_APPLICABLE or each.points == each.most:
                continue
            text = one.criteria_set.by_code[each.code].text.en
            why = WHY.get(each.code) or each.because.en
            got = f"{float(each.points):.2f} of {float(each.most):.2f}"
            lines.append(f"| {each.code} {text} | {got} | {why} |")
    return "\n".join([*lines, ""])


def _faults(judged):
    found = sorted(((key_of(one), one) for one in judged.findings), key=lambda pair: pair[0])
    lines = [
        "## Every fault that was found\n",
        "| fault | what should be | how bad |",
        "|---|---|---|",
    ]
    lines += [f"| `{key}` | {one.card.name.en} | {one.severity.value} |" for key, one in found]
    return "\n".join([*lines, ""])


def _said(judged, answers):
    lines = [
        "## What we say of ourselves\n",
        "Nobody verified these ([file](../self-assessment.yaml)).\n",
    ]
    for one in judged.judgements:
        told = {each.code: each for each in one.result.criteria}
        for answer in answers[one.criteria_set.name]:
            text = one.criteria_set.by_code[answer.criterion].text.en
            lines.append(f"- {answer.criterion} {text}. {told[answer.criterion].because.en}")
    return "\n".join([*lines, ""])
