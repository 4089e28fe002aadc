"""The way of the Tab key: real presses, bounded; the page is asked before and after."""

import json
from collections.abc import Iterator
from typing import Any

from motcua.evaluation.probes.accessibility.ledger import tell
from motcua.evaluation.probes.accessibility.looking import Told, asked, script
from motcua.evaluation.probes.accessibility.pages import noted
from motcua.evaluation.probes.accessibility.wording import RULES
from motcua.evaluation.probes.visits import Unanswered, Visit
from motcua.evaluation.values.observations import Observation

MOST = 20
"""Presses of the Tab key on one page; on a longer one its head, its main part and its end."""
MORE = 7
"""Presses more where the key seems to be held, to be sure of it."""
CHECKS = {
    "keyboard.reach": "2.1.1",
    "keyboard.order": "2.4.3",
    "focus.obscured": "2.4.11",
    "focus.visible": "2.4.7",
    "on_input": "3.2.2",
    "errors": "1.3.1 3.3.1 3.3.2 1.4.1",
    "keyboard.trap": "2.1.2",
    "on_focus": "3.2.1",
}
"""Checks after the walk, in this order, and their success criteria."""
STILL = """async (at) => {
  await new Promise((done) => { setTimeout(done, 60); });
  return document.activeElement === document.getElementsByTagName('*')[at];
}"""
"""Whether an element has the focus again once its page had time to pull it back."""
_TAB = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}


def keyboard(visit: Visit) -> Iterator[Observation]:
    """Walk the page by keys and tell what that showed; then tell every success criterion."""
    start = asked(visit, ["keyboard.watch"], RULES, given={"most": MOST})["keyboard.watch"]
    told = _nothing(start) if start.failed else _walked(visit, start)
    for check, criteria in {"skip_link": "2.4.1", **CHECKS}.items():
        yield noted(visit, check, told[check], criteria=criteria)
    yield from tell(visit)


def _nothing(start: Told) -> dict[str, Told]:
    return dict.fromkeys((*CHECKS, "skip_link"), start)


def _walked(visit: Visit, start: Told) -> dict[str, Told]:
    if start.more["jumped"]:
        press_tab(visit)
    skip = asked(visit, ["skip_link"], RULES)["skip_link"]
    for stretch in start.more["stretches"]:
        if stretch["from"]:
            asked(visit, ["keyboard.from"], RULES, given=stretch)
        press_tab(visit, times=int(stretch["presses"]))
    given: dict[str, Any] = _listeners(visit)
    doubts = asked(visit, ["keyboard.suspects"], RULES, given=given)["keyboard.suspects"].more
    if doubts.get("caught"):
        press_tab(visit, times=MORE)
    given["held"] = [one for one in doubts.get("found", []) if _stuck(visit, one)]
    told = asked(visit, list(CHECKS), RULES, given=given)
    return {**told, "skip_link": skip}


def _stuck(visit: Visit, at: int) -> bool:
    given = {"at": at}
    put = asked(visit, ["keyboard.put"], RULES, given=given)["keyboard.put"].more
    if not put.get("on"):
        return False
    press_tab(visit, times=int(put["presses"]))
    try:
        return visit.ask(STILL, at) is True
    except Unanswered:
        return False


def press_tab(visit: Visit, *, times: int = 1) -> None:
    """Press the Tab key as a person does; it is let go only at the end, which spares half."""
    for _ in range(times):
        visit.cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **_TAB})
    visit.cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **_TAB})


def _listeners(visit: Visit) -> dict[str, Any]:
    """Ask the browser's own inspector which elements listen to what; indexes into the document."""
    answer = visit.cdp.send(
        "Runtime.evaluate",
        {
            "expression": script("listeners"),
            "includeCommandLineAPI": True,
            "returnByValue": True,
            "timeout": 3000,
        },
    )
    try:
        found = json.loads(answer["result"]["value"])
        return {
            "press": [int(one) for one in found["press"]][:500],
            "keys": [int(one) for one in found["keys"]][:500],
            "pulls": [int(one) for one in found["pulls"]][:500],
            "change": [[int(at), str(code)[:2000]] for at, code in found["change"]][:100],
            "submit": [[int(at), str(code)[:6000]] for at, code in found["submit"]][:20],
        }
    except (KeyError, TypeError, ValueError):
        return {"press": [], "keys": [], "pulls": [], "change": [], "submit": []}
