"""The parts of a bundle: which services one submission asks for, and what became of each."""

from django.db import models
from django.db.models import Q


class BundlePart(models.Model):
    """A service that a bundle opens as a dossier (`child`), once those it waits for are settled.

    `problem` (vi, en) says why it could not be opened; then it never is.
    """

    parent = models.ForeignKey("dossiers.Dossier", on_delete=models.CASCADE, related_name="parts")
    place = models.PositiveSmallIntegerField()
    service_code = models.CharField(max_length=20)
    service_name = models.CharField(max_length=300)
    child = models.OneToOneField(
        "dossiers.Dossier", null=True, on_delete=models.PROTECT, related_name="part_of"
    )
    problem = models.JSONField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "service_code"], name="dossiers_service_once_a_bundle"
            ),
            models.CheckConstraint(
                condition=Q(problem__isnull=True) | Q(child__isnull=True),
                name="dossiers_part_opened_or_not",
                violation_error_message="Một phần đã mở hồ sơ thì không thể ghi là không mở được.",
            ),
        ]
