"""Which pages there are: those of the table of who may do what, some in further states."""

from dataclasses import dataclass, field

from django.urls import reverse
from tests.factories.dossiers import BIRTH
from tests.journeys.lived_in import DEATH
from tests.web.campaigns_there import WARD
from tests.web.cells import EVERYBODY
from tests.web.permissions import TABLE

NO_PAGE = {
    "portal:suggestions": "a part of a page, fetched while one types",
    "portal:procedure_linked": "JSON-LD",
    "portal:communes": "JSON",
    "portal:robots": "text for programs",
    "portal:sitemap": "XML",
    "portal:security": "text for programs",
    "portal:load_permission": "text for programs",
    "portal:upload": "JSON: how much of a file is here",
    "portal:attachment": "a file",
    "portal:document": "PDF",
    "portal:store_file": "a file",
    "desk:attachment": "a file",
    "desk:document": "PDF",
    "desk:register_sheet": "a spreadsheet",
    "desk:register_print": "PDF",
    "desk:settlement_report": "a spreadsheet",
    "desk:export_file": "a file",
    "desk:edition_export": "a file",
    "desk:opinion_file": "a file",
    "desk:notice_template_file": "a file",
    "portal:calendar_file": "a calendar file",
    "observatory:targets_report": "PDF",
    "desk:news": "server-sent events",
    "desk:dossier_news": "server-sent events",
    "desk:counter_return": "leads on to handing the result back",
    "evaluating:run_report": "a file",
    "evaluating:run_file": "a picture",
    "evaluating:sheet_file": "a file",
    "evaluating:sheet_picture": "a picture",
    "evaluating:declare": "not asked here; tests/observatory/evaluating/test_sheets_browser.py",
    "observatory:table": "a file",
    "observatory:dump": "a file",
    **dict.fromkeys(
        (
            *("evaluated:campaign", "evaluated:criteria", "evaluated:criterion"),
            *("evaluated:portal",),
        ),
        "nothing is published here; tests/observatory/evaluated/test_pages.py opens them",
    ),
    **dict.fromkeys(
        (
            *("evaluated:catalogue", "evaluated:report", "evaluated:document"),
            *("evaluated:signature", "evaluated:sheet", "evaluated:badge", "evaluated:evidence"),
        ),
        "a file",
    ),
    "observatory:embedded": "a card in others' pages; tests/observatory/test_measuring_browser.py",
    "observatory:catalogue": "JSON-LD",
    "observatory:openapi": "JSON",
    "observatory:national_report": "PDF",
    "observatory:agency_report": "PDF",
    "observatory:ranking": "leads on to the league of the indicator that was chosen",
    "observatory:mapping": "leads on to the map of the indicator that was chosen",
    "web:kept": "leads on unless a form was kept at log-in; tests/portal/test_bad_input_browser.py",
    "collector:health": "JSON",
    "collector:tracking": "a door for programs",
    "collector:tracking_folder": "a door for programs",
    "collector:tracking_matomo": "a door for programs",
    "collector:tracking_piwik": "a door for programs",
    "collector:matomo": "a door for programs",
    "collector:piwik": "a door for programs",
    "collector:script": "a script",
    "collector:script_of_emc": "a script",
    "mfa_authenticate": "between password and code only; tests/web/test_in_a_browser.py opens it",
}
"""Addresses that answer no page of their own, with the reason."""


LED_ON = {
    "portal:amend": "to the check of what was never asked for again",
    "account_logout": "home, who is not logged in",
    "mfa_reauthenticate": "to the password, who has no second factor",
}
"""Addresses that lead whom the table names first elsewhere; others open those that are pages."""


@dataclass(frozen=True)
class Page:
    """An address as somebody opens it; what `press` names is clicked first, in its order."""

    route: str
    who: str
    on: dict = field(default_factory=dict)
    query: str = ""
    press: tuple[str, ...] = ()
    about: str = ""

    def __str__(self):
        return f"{self.route}{f' ({self.about})' if self.about else ''} as {self.who}"

    @property
    def name(self) -> str:
        """The name of its pictures."""
        return "-".join(filter(None, (*self.route.split(":"), self.about.replace(" ", "_"))))

    def address(self, things) -> str:
        """Where it is."""
        on = {name: getattr(things, value, value) for name, value in self.on.items()}
        return reverse(self.route, kwargs=on) + self.query.format_map(vars(things))


def comes(cell) -> str | None:
    """Name the first who may come in, at least once the password is typed again."""
    return next((who for who in EVERYBODY if cell.expected[who] in ("ok", "password")), None)


def key(name, **more):
    """Name the thing that an address takes as `key`."""
    return {"key": name, **more}


def judged(code, criterion):
    """Name a criterion of the ward's portal in a campaign."""
    return {"code": code, "agency": WARD, "criterion": criterion}


FURTHER = (
    Page("account_logout", "owner"),
    Page("mfa_reauthenticate", "receptionist"),
    Page("portal:procedure", "anonymous", {"code": DEATH}, about="cases"),
    Page("portal:procedures", "anonymous", query="?q=khong+co+gi+nhu+the", about="nothing found"),
    Page(
        "portal:petition_look_up",
        "anonymous",
        query="?ma={petition}&kiem-tra={check}",
        about="found",
    ),
    Page("portal:dossier", "owner", {"code": "asked"}, about="asked"),
    Page("portal:dossier", "owner", {"code": "accepted"}, about="accepted"),
    Page("portal:dossier", "owner", {"code": "returned"}, about="returned"),
    Page("portal:dossiers", "stranger", about="none"),
    Page("portal:store", "stranger", about="empty"),
    Page("portal:rate", "owner", {"code": "returned"}, about="returned"),
    Page("portal:amend", "owner", key("amending"), about="asked for again"),
    Page("portal:bundle", "owner", {"code": "bundle"}),
    Page("portal:fill", "owner", key("draft", page="mother"), about="mother"),
    Page("portal:fill", "owner", key("draft", page="proof"), about="proof"),
    Page("portal:office", "anonymous", {"agency": "ward"}),
    Page("portal:kiosk", "anonymous", {"agency": "ward"}),
    Page("portal:board", "anonymous", {"agency": "ward"}),
    Page("portal:book", "anonymous", {"agency": "ward"}),
    Page("portal:ticket", "anonymous", key("ticket")),
    Page("portal:appointment", "anonymous", {"code": "appointment"}),
    Page("portal:move_appointment", "anonymous", {"code": "appointment"}),
    Page("desk:counter", "receptionist", key("counter")),
    Page("desk:counter_change", "approver", key("counter")),
    Page("desk:counters", "approver", about="head"),
    Page("desk:waiting", "approver", about="head"),
    Page("desk:note", "case_officer", key("note", code="accepted")),
    Page("desk:change_reason", "approver", key("reason")),
    Page("desk:instructions", "case_officer", about="one"),
    Page("desk:instruct", "approver", {"code": "accepted"}, about="head"),
    Page("desk:dossier", "case_officer", {"code": "accepted"}, about="case officer"),
    Page("desk:dossier", "receptionist", {"code": "asked"}, about="asked"),
    Page("desk:dossier", "receptionist", {"code": "returned"}, about="returned"),
    Page("desk:dossier", "case_officer", {"code": "bundle"}, about="bundle"),
    Page("desk:inbox", "receptionist_elsewhere", about="empty"),
    Page("desk:hand_back", "receptionist", {"code": "resolved"}, about="ready"),
    Page("desk:handed_back", "receptionist", {"code": "returned"}),
    Page("desk:assign", "approver", {"code": "accepted"}, about="head"),
    Page("desk:ask_opinion", "case_officer", {"code": "accepted"}, about="case officer"),
    Page("desk:opinions", "police", about="asked"),
    Page("desk:opinion", "police", key("opinion")),
    Page("desk:handover", "receptionist", key("handover")),
    Page("desk:petitions", "petition_officer", about="one"),
    Page("desk:petition", "petition_officer", {"code": "petition"}),
    Page("desk:target", "executive", key("target")),
    Page("desk:targets", "executive", about="head"),
    Page("desk:no_paper", "approver", about="head"),
    Page("desk:assistance_code", "receptionist", key("code_asked")),
    Page("web:first_password", "anonymous", {"token": "welcome"}),
    Page("desk:bulk_run", "receptionist", key("run")),
    Page("desk:dossiers", "receptionist", press=(".finding summary >> nth=0",), about="filters"),
    Page(
        "desk:dossiers",
        "receptionist",
        press=(".pick >> nth=0", ".pick >> nth=1", ".picked button >> nth=0"),
        about="bulk",
    ),
    Page("evaluating:campaign", "evaluator", {"code": "evaluating"}, about="open"),
    Page("evaluating:campaign", "independent_reviewer", {"code": "evaluating"}, about="judge"),
    Page("evaluating:campaign", "evaluator", {"code": "evaluated"}, about="published"),
    Page("evaluating:close", "evaluator", {"code": "evaluating"}),
    Page("evaluating:worksheet", "evaluator", {"code": "evaluating", "agency": WARD}, about="open"),
    Page("evaluating:answer", "evaluator", judged("evaluating", "TH.5"), about="open"),
    Page("evaluating:seen_criterion", "evaluator", judged("evaluating", "GD.1"), about="open"),
    Page("evaluating:reconcile", "evaluator", judged("settling", "TH.5"), about="open"),
    Page("evaluating:agency", "executive", {"code": "evaluated", "agency": WARD}, about="after"),
    Page(
        "evaluating:task",
        "evaluator",
        {"code": "hearing", "agency": WARD, "key": "walk", "task": "pay"},
        query="?ghi-tay=1",
        about="written",
    ),
    Page("evaluating:ask_for_reply", "evaluator", {"code": "settling"}),
    Page("evaluating:correct", "evaluator", {"code": "evaluated"}),
    Page("evaluating:withdraw", "evaluator", {"code": "evaluated"}),
    Page("desk:review", "approver", about="head"),
    Page("desk:review_procedure", "approver", {"code": BIRTH}, about="head"),
    Page("desk:statistics", "approver", query="?theo=thu-tuc", about="by procedure"),
    Page("desk:edition_begin", "province_admin"),
    Page("desk:editions", "province_admin", about="one"),
    Page("desk:edition", "province_admin", key("copy"), about="copy"),
    Page("desk:edition_section", "province_admin", key("copy", part="cau-hoi"), about="questions"),
    Page("desk:edition_section", "province_admin", key("copy", part="kich-ban"), about="scenarios"),
    Page("desk:edition_compare", "province_admin", key("copy"), about="copy"),
    Page("desk:edition_preview", "province_admin", key("copy"), about="copy"),
)
"""Pages that the table opens as refused, empty or not there, and pages in another state."""

PAGES = (
    *(
        Page(cell.route, comes(cell), cell.on, cell.query, about=cell.about)
        for cell in TABLE
        if cell.method == "GET" and cell.route not in NO_PAGE | LED_ON and comes(cell)
    ),
    *FURTHER,
)
