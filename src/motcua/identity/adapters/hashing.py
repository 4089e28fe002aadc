"""How passwords rest."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 46 MiB, one pass, one lane (OWASP Password Storage Cheat Sheet).

    As strong as Django's own choice of 100 MiB in eight lanes, for a fifth of the time: a morning's
    log-ins must not take the machine from those who apply.
    """

    time_cost = 1
    memory_cost = 46 * 1024
    parallelism = 1
