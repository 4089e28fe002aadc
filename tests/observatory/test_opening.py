"""Open data: whole data sets, the catalogue, the description, cards in others' frames."""

import io
import json
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from pyarrow import csv as sheets
from pyarrow import parquet
from tests.factories.lakes import filled_lake, nation  # noqa: F401 -- fixtures

from motcua.measurement import queries
from motcua.measurement.values import Period
from motcua.observatory import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nation")]
HALF = "2026-01-01..2026-06-30"


def content(answer):
    return b"".join(answer) if answer.streaming else answer.content


def tabled(client, name, kind):
    answer = client.get(f"/do-luong/du-lieu/{name}.{kind}?ky={HALF}")
    assert answer.status_code == 200
    held = io.BytesIO(content(answer))
    return sheets.read_csv(held) if kind == "csv" else parquet.read_table(held)


@pytest.mark.parametrize("name", queries.DUMPS)
def test_each_data_set_is_the_same_in_both_formats(client, name):
    whole, packed = tabled(client, name, "csv"), tabled(client, name, "parquet")
    assert whole.column_names == packed.column_names == list(queries.DUMPS[name].columns)
    assert whole.num_rows == packed.num_rows > 0


def test_dossiers_add_up_to_the_figure_that_pages_show(client):
    rows = tabled(client, "ho-so", "parquet").to_pylist()
    shown = queries.figure("use2", agency="", period=Period.parse(HALF))
    assert sum(row["received"] for row in rows) == shown.denominator


def test_no_column_could_hold_a_person():
    for dump in queries.DUMPS.values():
        assert not {"visitor", "dossier", "page", "key", "second"} & set(dump.columns)


def test_every_file_of_the_catalogue_is_there(client):
    told = json.loads(client.get("/do-luong/du-lieu/data.json?ky=2026-05").content)
    assert told["conformsTo"].endswith("/v1.1/schema")
    assert len(told["dataset"]) == len(queries.DUMPS) + len(queries.cards())
    for dataset in told["dataset"]:
        required = {"title", "description", "keyword", "modified", "publisher", "contactPoint"}
        assert {*required, "identifier", "accessLevel", "license"} <= dataset.keys()
        for file in dataset["distribution"]:
            where = urlsplit(file["downloadURL"])
            answer = client.get(f"{where.path}?{where.query}")
            assert answer.status_code == 200, file["downloadURL"]
            assert answer["Content-Type"].startswith(file["mediaType"])


def test_the_description_names_what_may_be_asked_and_it_is_answered(client):
    told = json.loads(client.get("/do-luong/du-lieu/openapi.json").content)
    assert told["openapi"].startswith("3.1")
    for path, verbs in told["paths"].items():
        if "get" not in verbs:
            continue
        named = {one["name"]: one for one in verbs["get"]["parameters"]}
        first = {name: one["schema"].get("enum", [""])[0] for name, one in named.items()}
        asked = {n: v for n, v in first.items() if v and named[n]["in"] == "query"} | {"ky": "2026"}
        answer = client.get(path.format(**first), asked)
        assert answer.status_code == 200, path


def test_what_is_signed_is_described_by_its_schema(client):
    told = json.loads(client.get("/do-luong/du-lieu/openapi.json").content)
    body = told["paths"]["/thu-thap/ho-so"]["post"]["requestBody"]["content"]["application/json"]
    assert "dossier" in json.dumps(body["schema"])


@pytest.mark.parametrize(
    "address",
    ["khong-co.csv", "ho-so.xml", "ho-so.csv?ky=2026-13", "supply.csv", "..csv", "%00.csv"],
)
def test_nonsense_is_refused_in_words(client, address):
    answer = client.get(f"/do-luong/du-lieu/{address}")
    assert 400 <= answer.status_code < 500


def test_the_page_leads_to_every_file(client):
    page = BeautifulSoup(client.get("/do-luong/du-lieu/?ky=2026-05").content, "html.parser")
    links = {one["href"] for one in page.select("main a[href]")}
    for name in queries.DUMPS:
        assert f"/do-luong/du-lieu/{name}.csv?ky=2026-05" in links


def test_a_card_may_stand_in_anybodys_frame_and_runs_nothing(client):
    answer = client.get("/do-luong/nhung/use2/?co-quan=H26&ky=2026-05")
    assert answer.status_code == 200
    assert "X-Frame-Options" not in answer.headers
    policy = answer["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert not answer.cookies
    page = BeautifulSoup(answer.content, "html.parser")
    assert not page.find("script")
    shown = queries.figure("use2", agency="H26", period=Period.parse("2026-05"))
    assert words.percent(shown.value) in page.get_text()
    assert "mô phỏng" in page.get_text()


def test_other_pages_still_stand_in_no_frame(client):
    answer = client.get("/do-luong/du-lieu/")
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    "address", ["nope/", "use2/?co-quan=H99", "use2/?ky=x", "use2/?co-quan=G01.."]
)
def test_a_card_of_nothing_is_refused(client, address):
    assert 400 <= client.get(f"/do-luong/nhung/{address}").status_code < 500
