"""One task of a usability session: read out, timed by the server, written down."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.evaluation import actions
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.usability import (
    OBSTACLE_TITLES,
    SEVERITY_TITLES,
    SUCCESS_TITLES,
    TASK_TITLES,
    SessionView,
    Task,
    TaskTold,
)
from motcua.kernel.words import Sentence
from motcua.observatory.evaluating import session_words as words
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    doing,
    problem_of,
)
from motcua.observatory.evaluating.session_asking import told
from motcua.observatory.evaluating.session_pages import HERE, session_of, top
from motcua.web import clock, formats, pages
from motcua.web.http import Request

NOTHING = Sentence("Không có gì cản trở", "Nothing hindered")


@asking(*LEADERS)
def task(request: Request, *, code: str, agency: str, key: UUID, task: str) -> HttpResponse:
    """Show a task as it is read out, then how it went; keep that and go on to the next."""
    found, which = _found(request, (code, agency), key, task=task)
    if request.method != "POST":
        return _page(request, found, which)
    try:
        actions.record_task(
            code=code,
            agency=agency,
            session=key,
            told=told(request.POST, which),
            by=request.viewer,
            at=clock.now(),
        )
    except CampaignRefused as refused:
        return _page(request, found, which, problem=problem_of(refused))
    request.session.pop(_place(found, which), None)
    left = [one for one in found.left if one is not which]
    args = [code, agency, key]
    if left:
        return HttpResponseRedirect(reverse("evaluating:task", args=[*args, left[0].value]))
    return HttpResponseRedirect(reverse("evaluating:session", args=args))


@doing(*LEADERS)
def start(request: Request, *, code: str, agency: str, key: UUID, task: str) -> HttpResponse:
    """Begin to count the time."""
    found, which = _found(request, (code, agency), key, task=task)
    request.session[_place(found, which)] = [clock.now().isoformat(), ""]
    return HttpResponseRedirect(reverse("evaluating:task", args=[code, agency, key, task]))


@doing(*LEADERS)
def stop(request: Request, *, code: str, agency: str, key: UUID, task: str) -> HttpResponse:
    """Stop counting; said twice, the first holds."""
    found, which = _found(request, (code, agency), key, task=task)
    begun, ended = _timed(request, found, which)
    if begun and not ended:
        request.session[_place(found, which)] = [begun.isoformat(), clock.now().isoformat()]
    return HttpResponseRedirect(reverse("evaluating:task", args=[code, agency, key, task]))


def _found(
    request: Request, at: tuple[str, str], key: UUID, *, task: str
) -> tuple[SessionView, Task]:
    found = session_of(request, *at, key=key)
    if found.finished_at is not None or task not in {one.value for one in Task}:
        raise Http404
    return found, Task(task)


def _place(found: SessionView, task: Task) -> str:
    return f"dung-thu:{found.key}:{task.value}"


def _timed(
    request: Request, found: SessionView, task: Task
) -> tuple[datetime | None, datetime | None]:
    begun, ended = request.session.get(_place(found, task), ["", ""])
    return (
        datetime.fromisoformat(begun) if begun else None,
        datetime.fromisoformat(ended) if ended else None,
    )


def _page(
    request: Request, found: SessionView, task: Task, *, problem: Problem | None = None
) -> HttpResponse:
    args = [found.campaign, found.agency, found.key, task.value]
    before = next((one for one in found.tasks if one.task is task), None)
    begun, ended = _timed(request, found, task)
    writes = bool(ended or before or problem or request.GET.get("ghi-tay") == "1")
    aloud, when = words.ALOUD[task]
    order = list(Task)
    context = {
        **top(request, found.campaign, found.agency),
        "session": found,
        "title": TASK_TITLES[task],
        "place": order.index(task) + 1,
        "number": len(order),
        "done": len(found.tasks),
        "aloud": aloud,
        "when": when,
        "begun": formats.clock(begun),
        "step": "write" if writes and not (begun and not ended) else "walk" if begun else "read",
        "here": reverse("evaluating:task", args=args),
        "start": reverse("evaluating:start_task", args=args),
        "stop": reverse("evaluating:stop_task", args=args),
        "form": _form(request, before, (begun, ended)),
        "successes": [(str(n), title) for n, title in sorted(SUCCESS_TITLES.items(), reverse=True)],
        "severities": [("0", NOTHING), *((str(n), t) for n, t in SEVERITY_TITLES.items())],
        "obstacles": [(one.value, title) for one, title in OBSTACLE_TITLES.items()],
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}task.html", context, status=status)


def _form(
    request: Request,
    before: TaskTold | None,
    timed: tuple[datetime | None, datetime | None],
) -> dict[str, Any]:
    """Give what stands in the form: typed now, told before, or measured just now."""
    posted = request.POST
    if request.method == "POST":
        return {
            "minutes": posted.get("phut", ""),
            "seconds": posted.get("giay", ""),
            "success": posted.get("ket-qua", ""),
            "severity": posted.get("muc-do", ""),
            "obstacles": posted.getlist("vuong-mac"),
        }
    begun, ended = timed
    took = before.seconds if before else 0
    if begun and ended:
        took = max(round((ended - begun).total_seconds()), 1)
    return {
        "minutes": str(took // 60) if took else "",
        "seconds": str(took % 60) if took else "",
        "success": str(before.success) if before else "",
        "severity": str(before.severity or 0) if before else "",
        "obstacles": [one.value for one in before.obstacles] if before else [],
    }
