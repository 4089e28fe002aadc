"""Usability sessions of a portal: begun with consent, finished, added up."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.evaluation import actions
from motcua.evaluation.queries import results as queries
from motcua.evaluation.rules import moving
from motcua.evaluation.rules.moving import Verb
from motcua.evaluation.rules.observing import summed_up
from motcua.evaluation.rules.permitting import Stand
from motcua.evaluation.values.campaigns import CampaignRefused
from motcua.evaluation.values.usability import (
    AGE_TITLES,
    DEVICE_TITLES,
    DISABILITY_TITLES,
    OBSTACLE_TITLES,
    SEVERITY_TITLES,
    SUCCESS_TITLES,
    TASK_TITLES,
    SessionView,
    Task,
    TaskTold,
)
from motcua.observatory.auditing.words import number, share
from motcua.observatory.evaluating import session_words as words
from motcua.observatory.evaluating.boards import head
from motcua.observatory.evaluating.reaching import (
    LEADERS,
    Problem,
    asking,
    campaign,
    doing,
    portal,
    problem_of,
    reading,
)
from motcua.observatory.evaluating.session_asking import participant
from motcua.observatory.evaluating.session_causes import causes
from motcua.web import clock, pages
from motcua.web.formats import say
from motcua.web.http import Request

HERE = "observatory/evaluating/sessions/"


def top(request: Request, code: str, agency: str) -> dict[str, Any]:
    """Give what the top of every page of sessions says; not found for who may see none."""
    subject, held = portal(request, code, agency)
    if not held - {Stand.HEAD}:
        raise Http404
    found = campaign(request, code)
    return {
        **head(found),
        "subject": subject,
        "agency": agency,
        "judges": bool(held & {Stand.FIRST, Stand.SECOND}),
        "may_observe": moving.can(Verb.OBSERVE, found.state),
    }


def session_of(request: Request, code: str, agency: str, *, key: UUID) -> SessionView:
    """Give a session of a portal to the one who guides it."""
    for one in queries.sessions(viewer=request.viewer, code=code, agency=agency):
        if one.key == key and one.guide == request.viewer.key:
            return one
    raise Http404


@reading(*LEADERS)
def sessions(request: Request, code: str, agency: str) -> HttpResponse:
    """Show the sessions of a portal and what they come to, beside the survey of causes."""
    context = top(request, code, agency)
    told = queries.sessions(viewer=request.viewer, code=code, agency=agency)
    found = summed_up(told)
    context |= {
        "found": found,
        "success": share(found.success or 0),
        "summary": [
            {
                "name": TASK_TITLES[one.task],
                "done": f"{one.done} / {one.sessions}",
                "width": 100 * one.done / one.sessions,
                "median": lasting(one.median),
                "worst": SEVERITY_TITLES.get(one.worst, ""),
                "obstacles": [
                    f"{say(OBSTACLE_TITLES[each])} ({times})" for each, times in one.obstacles
                ],
            }
            for one in found.tasks
        ],
        "sessions": [
            {
                "one": each,
                "device": DEVICE_TITLES[each.participant.device],
                "age": AGE_TITLES[each.participant.age],
                "own": each.guide == request.viewer.key,
                "done": len(each.tasks),
            }
            for each in reversed(told)
        ],
        "causes": causes(context["campaign"], agency),
    }
    return pages.render(request, f"{HERE}sessions.html", context)


@asking(*LEADERS)
def begin(request: Request, code: str, agency: str) -> HttpResponse:
    """Read out what it is about, ask for consent, and ask only what must be known."""
    context = top(request, code, agency)
    problem: Problem | None = None
    if request.method == "POST":
        try:
            key = actions.begin_session(
                code=code,
                agency=agency,
                participant=participant(request.POST),
                by=request.viewer,
                at=clock.now(),
            )
        except CampaignRefused as refused:
            problem = problem_of(refused)
        else:
            return HttpResponseRedirect(reverse("evaluating:session", args=[code, agency, key]))
    context |= {
        "aloud": words.CONSENT,
        "ages": [(each.value, title) for each, title in AGE_TITLES.items()],
        "devices": [(each.value, title) for each, title in DEVICE_TITLES.items()],
        "disabilities": [
            ("", _("Không có, hoặc không muốn nói")),
            *((each.value, title) for each, title in DISABILITY_TITLES.items()),
        ],
        "posted": request.POST,
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}begin.html", context, status=status)


@reading(*LEADERS)
def session(request: Request, code: str, agency: str, *, key: UUID) -> HttpResponse:
    """Show which tasks are left; when none is, how to end; when it is over, what came of it."""
    return _page(request, code, agency, key=key)


@doing(*LEADERS)
def finish(request: Request, code: str, agency: str, *, key: UUID) -> HttpResponse:
    """End a session."""
    session_of(request, code, agency, key=key)
    try:
        actions.finish_session(
            code=code, agency=agency, session=key, by=request.viewer, at=clock.now()
        )
    except CampaignRefused as refused:
        return _page(request, code, agency, key=key, problem=problem_of(refused))
    messages.success(request, _("Đã ghi buổi dùng thử."))
    return HttpResponseRedirect(reverse("evaluating:session", args=[code, agency, key]))


def _page(
    request: Request, code: str, agency: str, *, key: UUID, problem: Problem | None = None
) -> HttpResponse:
    context = top(request, code, agency)
    found = session_of(request, code, agency, key=key)
    told = {one.task: one for one in found.tasks}
    context |= {
        "session": found,
        "tasks": [_task(found, task, told.get(task)) for task in Task],
        "next": _address(found, found.left[0]) if found.left else "",
        "number": len(Task),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return pages.render(request, f"{HERE}session.html", context, status=status)


def _task(found: SessionView, task: Task, told: TaskTold | None) -> dict[str, Any]:
    over = found.finished_at is not None
    if told is None:
        return {
            "title": TASK_TITLES[task],
            "href": "" if over else _address(found, task),
            "state": _("Chưa làm"),
            "tone": "wait",
        }
    hindered = "; ".join(say(OBSTACLE_TITLES[one]) for one in told.obstacles)
    severity = say(SEVERITY_TITLES[told.severity]) if told.severity else ""
    parts = (lasting(told.seconds), severity, hindered)
    return {
        "title": TASK_TITLES[task],
        "href": "" if over else _address(found, task),
        "hint": " · ".join(part for part in parts if part),
        "state": SUCCESS_TITLES[told.success],
        "tone": ("bad", "warn", "good")[told.success],
    }


def _address(found: SessionView, task: Task) -> str:
    args = [found.campaign, found.agency, found.key, task.value]
    return reverse("evaluating:task", args=args)


def lasting(seconds: int) -> str:
    """Write how long something took."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _("%(n)s giây") % {"n": rest}
    return _("%(m)s phút %(s)s giây") % {"m": number(minutes), "s": rest}
