"""Rows of what people judged: answers, evidence, what was agreed on, what was overruled."""

from django.db import models
from django.db.models import Q

from motcua.evaluation.models.campaigns import Assignment, Subject
from motcua.evaluation.values.worksheets import Scanned, Side

FRACTION = 60
"""Letters of an exact value as it is kept: `17/20`."""


class Answer(models.Model):
    """What an evaluator answered: as it was typed, and the value read of it ("" where none is)."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="answers")
    criterion = models.CharField(max_length=60)
    typed = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=FRACTION, blank=True)
    applies = models.BooleanField(default=True)
    note = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "criterion"],
                name="evaluation_answer_once",
                violation_error_message="Mỗi tiêu chí chỉ trả lời một lần.",
            ),
            models.CheckConstraint(
                condition=Q(applies=True) | Q(value=""),
                name="evaluation_answer_no_value_where_not_applicable",
                violation_error_message="Tiêu chí không áp dụng thì không có giá trị.",
            ),
        ]


class EvidenceFile(models.Model):
    """A file kept for a criterion or finding of a portal by one side; its bytes by their digest."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="files")
    criterion = models.CharField(max_length=60)
    side = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=120)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    scanned = models.CharField(max_length=12)
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "criterion", "side", "digest"],
                name="evaluation_evidence_once",
                violation_error_message="Tệp này đã có.",
            ),
            models.CheckConstraint(
                condition=Q(side__in=[one.value for one in Side])
                & Q(scanned__in=[one.value for one in Scanned]),
                name="evaluation_evidence_known",
                violation_error_message="Bằng chứng phải thuộc về một bên.",
            ),
        ]


class Settlement(models.Model):
    """A value that was put in place with a reason; the base of what follows."""

    criterion = models.CharField(max_length=60)
    value = models.CharField(max_length=FRACTION, blank=True)
    applies = models.BooleanField(default=True)
    reason = models.CharField(max_length=1000)
    by_key = models.UUIDField(null=True)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Reconciliation(Settlement):
    """The value that the two evaluators of a portal agreed on."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="reconciliations")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "criterion"],
                name="evaluation_reconciliation_once",
                violation_error_message="Tiêu chí này đã được thống nhất.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="evaluation_reconciliation_with_a_reason",
                violation_error_message="Bạn hãy viết lý do.",
            ),
        ]


class Doubt(models.Model):
    """What an evaluator doubts of a value that a machine, an agency or a figure gave."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="doubts")
    criterion = models.CharField(max_length=60)
    reason = models.CharField(max_length=1000)
    by_key = models.UUIDField()
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "criterion", "by_key"],
                name="evaluation_doubt_once",
                violation_error_message="Bạn đã đề nghị xem lại tiêu chí này.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="evaluation_doubt_with_a_reason",
                violation_error_message="Bạn hãy viết lý do.",
            ),
        ]


class Override(Settlement):
    """The value that a judge put in the place of a finding; one at a time holds."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="overrides")
    lifted_by = models.CharField(max_length=200, blank=True)
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "criterion"],
                condition=Q(lifted_at=None),
                name="evaluation_override_one_holds",
                violation_error_message="Tiêu chí này đã được sửa tay.",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="evaluation_override_with_a_reason",
                violation_error_message="Bạn hãy viết lý do.",
            ),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by="")
                | (Q(lifted_at__isnull=False) & ~Q(lifted_by="")),
                name="evaluation_override_lifted_by_somebody",
                violation_error_message="Ai bỏ sửa tay và khi nào phải đi cùng nhau.",
            ),
        ]
