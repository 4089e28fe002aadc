"""Our scripts in a world of their own: they see the page, the page cannot touch them.

A page may put its own `JSON`, `Array.prototype.map` or `window.axe` in its world; ours has the
browser's. What the document itself answers (its elements, their names) is the page's all the same.
"""

import json
import re
from typing import TYPE_CHECKING, Any

from motcua.evaluation.probes.visits import Unanswered

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession

NAME = "motcua"
LONGEST = 8_000_000
"""Characters of one answer."""
_CALL = """(async () => {
const script = (%s
);
const answer = JSON.stringify(await script(%s) ?? null);
if (answer.length > %d) throw new RangeError('answer of ' + answer.length + ' characters');
return answer;
})()"""
_ODD = re.compile(r"\\u(?:0000|d[89a-f])", re.IGNORECASE)
_UNWANTED = re.compile("[\x00\ud800-\udfff]")


class World:
    """The isolated world of one page; it is made again when the page gives way to another."""

    def __init__(self, cdp: "CDPSession") -> None:
        self.cdp = cdp
        self._context: int | None = None
        self._brought: set[str] = set()

    def forget(self) -> None:
        """Forget the world of a document that is gone."""
        self._context = None
        self._brought.clear()

    def ask(self, script: str, argument: Any, seconds: float) -> Any:
        """Run a function's text with one argument and give its answer."""
        call = _CALL % (script.strip().rstrip(";"), json.dumps(argument), LONGEST)
        return tidy(self._run(call, seconds))

    def bring(self, name: str, source: str, seconds: float) -> None:
        """Run a library's text once in this document."""
        self._world(seconds)
        if name not in self._brought:
            self._run(f"{source}\n;'{{}}'", seconds)
            self._brought.add(name)

    def _run(self, expression: str, seconds: float) -> str:
        for last in (False, True):
            try:
                return self._evaluate(expression, seconds)
            except _Gone as gone:
                self.forget()
                if last:
                    raise Unanswered(str(gone)) from gone
        raise AssertionError

    def _evaluate(self, expression: str, seconds: float) -> str:
        answer = self._send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": self._world(seconds),
                "awaitPromise": True,
                "returnByValue": True,
                "timeout": seconds * 1000,
            },
            seconds,
        )
        if "exceptionDetails" in answer:
            raise Unanswered(_told(answer["exceptionDetails"]))
        return str(answer["result"].get("value", "null"))

    def _world(self, seconds: float) -> int:
        if self._context is None:
            tree = self._send("Page.getFrameTree", {}, seconds)
            made = self._send(
                "Page.createIsolatedWorld",
                {"frameId": tree["frameTree"]["frame"]["id"], "worldName": NAME},
                seconds,
            )
            self._context = int(made["executionContextId"])
        return self._context

    def _send(self, method: str, parameters: dict[str, Any], seconds: float) -> dict[str, Any]:
        from playwright.sync_api import Error  # noqa: PLC0415 -- slow import

        try:
            return self.cdp.send(method, parameters, timeout=seconds * 1000 + 500)
        except Error as error:
            if "context" in error.message and "annot find" in error.message:
                raise _Gone(error.message) from error
            raise Unanswered(error.message) from error


class _Gone(Exception):
    """The document that a world belonged to is no more."""


def tidy(answer: str) -> Any:
    """Read JSON from a page; characters that no text may hold (NUL, half a pair) become �."""
    read = json.loads(answer)
    return tidy_value(read) if _ODD.search(answer) else read


def tidy_value(value: Any) -> Any:
    """Put � in the place of every character that no text may hold."""
    if isinstance(value, str):
        return _UNWANTED.sub("\ufffd", value)
    if isinstance(value, list):
        return [tidy_value(one) for one in value]
    if isinstance(value, dict):
        return {tidy_value(key): tidy_value(one) for key, one in value.items()}
    return value


def _told(details: dict[str, Any]) -> str:
    thrown = details.get("exception", {})
    return str(thrown.get("description") or thrown.get("value") or details.get("text", ""))[:500]
