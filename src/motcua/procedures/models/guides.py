"""Guides as they were at each time."""

from django.db import models


class PublishedGuide(models.Model):
    """One state of the guide of a version: the text of `guide.yaml`; a row is written once."""

    code = models.CharField(max_length=32)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    text = models.TextField()
    published_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("code", "version", "published_at"),
                name="procedures_guide_once_a_moment",
                violation_error_message="Bản hướng dẫn này vừa được công bố.",
            ),
        )
