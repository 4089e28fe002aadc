"""Rows that only this package may touch."""

from django.db import models


class Agency(models.Model):
    """An agency in the tree; `path` is the codes from the top, each followed by a dot."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=300)
    path = models.CharField(max_length=200)
