"""The lake in a bucket: a real server that speaks S3, and the same outcome as in a folder."""

import socket
import subprocess
import sys
import time

import pytest
from pyarrow.fs import S3FileSystem
from tests.measurement.lake.given import DAY, Place, event, view

from motcua.measurement.models import lake
from motcua.measurement.models.lake import reading
from motcua.measurement.values.facts import Status

pytestmark = pytest.mark.once


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def endpoint():
    """Where moto's server answers as S3."""
    port = free_port()
    order = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(order, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.kill()
    server.wait()


@pytest.fixture
def bucket(endpoint, tmp_path, settings):
    """A place whose lake is named by settings, in a bucket of its own."""
    settings.MEASUREMENT = tmp_path / "bucket"
    settings.LAKE = "s3://nation/a/lake"
    settings.LAKE_ENDPOINT, settings.LAKE_REGION = endpoint, "us-east-1"
    settings.LAKE_KEY, settings.LAKE_SECRET = "key", "secret"
    system = S3FileSystem(
        endpoint_override=endpoint,
        region="us-east-1",
        access_key="key",
        secret_key="secret",
        allow_bucket_creation=True,
    )
    system.create_dir("nation")
    place = Place(tmp_path / "bucket")
    place.lake = lake.here()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "LOOKED_AGAIN", 0.0)
        yield place
    lake.lake._lake.cache_clear()


def fill(place):
    """Two compactions, the second with replays."""
    place.spooled(view(1, key=1), view(5000, key=2), event(5, key=1))
    place.compact()
    place.spooled(view(1, key=1), view(5001, key=3), event(9, status=Status.RETURNED, key=2))
    place.compact()
    return place.everything(), place.counted("cases"), place.raw("pages"), place.lake.provenance()


def test_a_bucket_holds_what_a_folder_holds(bucket, place):
    assert fill(bucket) == fill(place)
    assert bucket.counted("visits_daily", "day", "views") == [(DAY, 3)]
    names = [path for path in bucket.lake.files.paths("") if path != "lake.json"]
    assert {path.partition("/")[0] for path in names} >= {"pages", "rollups", "cases", "keys"}
    assert not (bucket.folder / "lake" / "pages").exists()
