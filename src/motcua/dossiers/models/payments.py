"""Requests to pay."""

from django.db import models


class PaymentRequest(models.Model):
    """That the applicant was asked to pay, why and by when; what is owed stands in payments.

    `subject` is the name by which payments knows an obligation added beside the fees, else empty.
    """

    dossier = models.ForeignKey(
        "dossiers.Dossier", on_delete=models.CASCADE, related_name="payment_requests"
    )
    subject = models.CharField(max_length=80, blank=True)
    reason = models.TextField()
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    pay_by = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)
