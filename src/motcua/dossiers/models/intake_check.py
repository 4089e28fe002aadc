"""Paper at the desk, kept with the draft it was typed into and so with its dossier."""

import uuid

from django.db import models
from django.db.models import Q

from motcua.dossiers.values.intake import NotDigitised

_NOTHING = Q(originals=0, certified=0, copies=0, shown=False)


class Intake(models.Model):
    """That a desk took paper in; `applicant` has an account and may follow the dossier there."""

    draft = models.OneToOneField("dossiers.Draft", primary_key=True, on_delete=models.CASCADE)
    applicant = models.ForeignKey(
        "identity.Account", to_field="key", null=True, on_delete=models.PROTECT, related_name="+"
    )
    reception_code = models.CharField(max_length=35)
    rule = models.ForeignKey(
        "dossiers.NoPaper", null=True, on_delete=models.PROTECT, related_name="exceptions"
    )
    exception = models.TextField(blank=True)
    begun_at = models.DateTimeField()
    begun_by_name = models.CharField(max_length=200)
    checked_at = models.DateTimeField(null=True)
    checked_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rule=None) | ~Q(exception=""),
                name="intake_exception_says_why",
                violation_error_message="Nhận giấy ngoài quy định phải ghi lý do.",
            )
        ]


class PaperLine(models.Model):
    """One component as handed in."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="papers")
    component = models.CharField(max_length=60)
    originals = models.PositiveSmallIntegerField(default=0)
    certified = models.PositiveSmallIntegerField(default=0)
    copies = models.PositiveSmallIntegerField(default=0)
    shown = models.BooleanField(default=False)
    missing = models.BooleanField(default=False)
    not_digitised = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["intake", "component"], name="intake_component_once"),
            models.CheckConstraint(
                condition=Q(missing=True) & _NOTHING | Q(missing=False) & ~_NOTHING,
                name="intake_missing_or_handed_in",
                violation_error_message="Giấy tờ hoặc đã nộp, hoặc còn thiếu.",
            ),
            models.CheckConstraint(
                condition=Q(not_digitised__in=["", *(one.value for one in NotDigitised)]),
                name="intake_exception_known",
            ),
        ]


class Scan(models.Model):
    """A scanned paper; `pages` were counted in the file and agreed with what was declared."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="scans")
    component = models.CharField(max_length=60)
    file = models.ForeignKey(
        "documents.File", to_field="key", on_delete=models.PROTECT, related_name="+"
    )
    pages = models.PositiveSmallIntegerField()
    scanned_at = models.DateTimeField()
    scanned_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["intake", "file"], name="intake_scan_once"),
            models.CheckConstraint(condition=Q(pages__gt=0), name="intake_scan_has_pages"),
        ]
