"""Reading what a desk noted when it took paper in."""

from uuid import UUID

from motcua.dossiers.models import Dossier, Draft, Intake
from motcua.dossiers.queries.scope import key_of, visible_to
from motcua.dossiers.values.intake import CheckedPaper, IntakeView, NotDigitised, ScanView
from motcua.identity.values import Viewer
from motcua.procedures.values.services import ServiceVersion


def intake_of_draft(*, viewer: Viewer, draft: UUID) -> IntakeView | None:
    """Give what was noted with the viewer's own draft; None where it is no paper of a desk."""
    row = Intake.objects.filter(draft__key=draft, draft__owner__key=key_of(viewer)).first()
    return intake_view(row) if row else None


def intake_of_dossier(*, viewer: Viewer, code: str) -> IntakeView | None:
    """Give what was noted when a dossier was taken in; None where it came in otherwise."""
    if not Dossier.objects.filter(visible_to(viewer), code=code).exists():
        return None
    row = Intake.objects.filter(draft__submitted_as__code=code).first()
    return intake_view(row) if row else None


def received(row: Dossier, service: ServiceVersion) -> tuple[tuple[str, str], ...]:
    """Give (name, what was handed in) of each component, as the receipt lists them."""
    found = Intake.objects.filter(draft__submitted_as=row).first()
    papers = intake_view(found).papers if found else ()
    return tuple(
        (component.name.vi, paper.in_words)
        for paper in papers
        if not paper.missing and (component := service.component(paper.component)) is not None
    )


def intake_for(draft: Draft) -> Intake | None:
    """Give the row beside a draft; for actions of this package."""
    return Intake.objects.filter(draft=draft).first()


def intake_view(row: Intake) -> IntakeView:
    """Read a row with its papers and scans."""
    return IntakeView(
        reception_code=row.reception_code,
        exception=row.exception,
        begun_at=row.begun_at,
        begun_by_name=row.begun_by_name,
        with_account=row.applicant_id is not None,
        papers=tuple(
            CheckedPaper(
                component=line.component,
                originals=line.originals,
                certified=line.certified,
                copies=line.copies,
                shown=line.shown,
                missing=line.missing,
                not_digitised=NotDigitised(line.not_digitised) if line.not_digitised else None,
                note=line.note,
            )
            for line in row.papers.order_by("pk")
        ),
        scans=tuple(
            ScanView(
                component=scan.component,
                file=scan.file.key,
                filename=scan.file.filename,
                pages=scan.pages,
                sha256=scan.file.sha256,
                at=scan.scanned_at,
                by_name=scan.scanned_by_name,
            )
            for scan in row.scans.select_related("file").order_by("pk")
        ),
        checked_at=row.checked_at,
        checked_by_name=row.checked_by_name,
    )
