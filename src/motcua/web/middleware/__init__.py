"""What every request passes through, one module a concern; the order is in the settings."""

from collections.abc import Callable
from typing import TypeAlias

from django.http import HttpRequest, HttpResponseBase

Next: TypeAlias = Callable[[HttpRequest], HttpResponseBase]
