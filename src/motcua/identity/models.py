"""Accounts."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import models


class Account(AbstractBaseUser):
    """Somebody who can log in."""

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)

    USERNAME_FIELD = "username"
