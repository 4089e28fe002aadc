"""What a machine needs for the least: a bare Django page of 30 fields, a five-row transaction."""

from functools import cache

import psycopg
from django import forms
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.test import Client
from django.test.utils import override_settings
from django.urls import path

PAGE = "<!doctype html><title>{{ t }}</title><form method=post>{{ form.as_p }}</form>"


class Thirty(forms.Form):
    """Thirty plain fields."""

    locals().update({f"field_{n}": forms.CharField(label=f"Câu hỏi {n}") for n in range(30)})


def bare(request):
    """Draw the form by Django's own templates."""
    return HttpResponse(_page().render({"t": "30", "form": Thirty()}, request))


@cache
def _page():
    return engines["django"].from_string(PAGE)


urlpatterns = [path("bare/", bare)]


def page():
    """Give a function that asks for the bare page, without any middleware."""
    with override_settings(ROOT_URLCONF="tests.bench.yardstick", MIDDLEWARE=[]):
        client = Client()
        client.get("/bare/")  # the handler loads its middleware now

    def ask():
        with override_settings(ROOT_URLCONF="tests.bench.yardstick"):
            assert client.get("/bare/").status_code == 200

    return ask


def five_rows():
    """Give a function that inserts five rows in one transaction, with nothing in between."""
    database = settings.DATABASES["default"]
    raw = psycopg.connect(
        host=database["HOST"], user=database["USER"], dbname=database["NAME"], autocommit=True
    )
    raw.execute("CREATE TABLE IF NOT EXISTS bench_rows (id serial PRIMARY KEY, a text, b jsonb)")

    def insert():
        with raw.transaction():
            for number in range(5):
                raw.execute(
                    "INSERT INTO bench_rows (a, b) VALUES (%s, %s)", (f"row {number}", '{"a": 1}')
                )

    return insert


def vendor() -> str:
    """Name the database and its version."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"
