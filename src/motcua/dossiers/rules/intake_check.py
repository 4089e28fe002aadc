"""Whether what a desk notes about papers makes sense, and whether anything is left to note."""

from collections.abc import Collection, Iterable, Sequence

from motcua.dossiers.rules.once_given import refuse_paper_demands
from motcua.dossiers.values.intake import CheckedPaper, NotDigitised
from motcua.kernel.words import Refused, Sentence
from motcua.procedures.values.services import Component, ServiceVersion

MOST = 99
LONGEST_NOTE = 300


class PapersRefused(Refused):
    """What was noted cannot stand; `problems` has a sentence a component."""

    def __init__(self, problems: dict[str, Sentence]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = problems


def check_papers(service: ServiceVersion, papers: Sequence[CheckedPaper]) -> None:
    """Refuse notes that contradict themselves (`PapersRefused`) or demand what a database has."""
    refuse_paper_demands(service, [paper.component for paper in papers if paper.missing])
    problems = {}
    for paper in papers:
        component = service.component(paper.component)
        if component is None:
            raise PapersRefused({paper.component: _UNKNOWN})
        wrong = _wrong(paper)
        if wrong is not None:
            problems[paper.component] = wrong
    if problems:
        raise PapersRefused(problems)


def _wrong(paper: CheckedPaper) -> Sentence | None:
    counts = (paper.originals, paper.certified, paper.copies)
    if not all(0 <= count <= MOST for count in counts) or len(paper.note) > LONGEST_NOTE:
        return _TOO_MUCH
    if paper.missing == bool(paper.kept or paper.shown):
        return _BOTH if paper.missing else _NEITHER
    if paper.not_digitised is NotDigitised.SHOWN and paper.kept:
        return _KEPT
    return None


def unchecked(
    service: ServiceVersion,
    asked: Iterable[Component],
    papers: Iterable[CheckedPaper],
    *,
    scanned: Collection[str],
) -> dict[str, Sentence]:
    """Give what is left to do before a paper dossier goes in, a sentence a component.

    `asked`: what these answers require. What a database has needs no note; what stays at the desk
    is scanned, or one of the four exceptions says why not.
    """
    noted = {paper.component: paper for paper in papers}
    left = {}
    for component in asked:
        if component.code not in noted and not component.available_in_database:
            left[component.code] = _about(component, _UNNOTED)
    for code, paper in noted.items():
        if paper.kept and paper.not_digitised is None and code not in scanned:
            left[code] = _about(service.component(code), _UNSCANNED)
    return left


def _about(component: Component | None, what: Sentence) -> Sentence:
    name = component.name if component else Sentence("Giấy tờ", "A paper")
    return Sentence(f"“{name.vi}” {what.vi}", f"“{name.en}” {what.en}")


def excused(papers: Iterable[CheckedPaper], *, scanned: Collection[str]) -> frozenset[str]:
    """Name the components that the form may lack a file for: missing, shown, or not digitised."""
    return frozenset(
        paper.component
        for paper in papers
        if paper.component not in scanned and (paper.missing or paper.shown or paper.not_digitised)
    )


_UNKNOWN = Sentence("Thủ tục này không có giấy tờ đó.", "This procedure has no such paper.")
_TOO_MUCH = Sentence(
    f"Mỗi loại từ 0 đến {MOST} bản; ghi chú dài nhất {LONGEST_NOTE} ký tự.",
    f"From 0 to {MOST} of each kind; a note has at most {LONGEST_NOTE} characters.",
)
_BOTH = Sentence(
    "Giấy tờ đã nhận thì không phải là còn thiếu. Bạn hãy bỏ một trong hai.",
    "A paper that was handed in is not missing. Take one of the two back.",
)
_NEITHER = Sentence(
    "Bạn hãy ghi số bản đã nhận, đánh dấu đã xem và trả lại, hoặc còn thiếu.",
    "Say how many were handed in, that it was shown and given back, or that it is missing.",
)
_KEPT = Sentence(
    "Giấy tờ chỉ xuất trình thì không giữ bản nào lại.",
    "Of what was only shown nothing stays here.",
)
_UNNOTED = Sentence(
    "chưa được kiểm. Bạn hãy ghi đã nhận gì.",
    "was not checked yet. Say what was handed in.",
)
_UNSCANNED = Sentence(
    "đã nhận nhưng chưa quét. Bạn hãy quét, hoặc chọn lý do không số hóa.",
    "was handed in but not scanned. Scan it, or choose why it is not digitised.",
)
