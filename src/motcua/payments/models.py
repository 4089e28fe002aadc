"""Charges raised and payments received."""

import uuid

from django.db import models


class Charge(models.Model):
    """One line owed for a subject (`dossier:<uuid>`), in đồng."""

    subject = models.CharField(max_length=80, db_index=True)
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    sort = models.CharField(max_length=20)
    quantity = models.PositiveIntegerField()
    amount = models.PositiveBigIntegerField()
    legal_basis = models.CharField(max_length=300, blank=True)
    raised_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "code"], name="payments_charge_once")
        ]


class Received(models.Model):
    """A payment received at a counter, once a subject."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    subject = models.CharField(max_length=80)
    amount = models.PositiveBigIntegerField()
    method = models.CharField(max_length=20)
    agency_code = models.CharField(max_length=35)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=80)
    received_by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject"],
                name="payments_received_once",
                violation_error_message="Hồ sơ này đã thu đủ phí, lệ phí.",
            )
        ]
