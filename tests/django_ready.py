"""Imported first by scripts that tests start: from here on Django's models can be imported."""

import django

django.setup()
