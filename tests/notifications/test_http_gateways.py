"""SMS and Zalo over real HTTP, against the stand-in."""

from dataclasses import replace

import pytest
from tests.notifications.gateways import emulated
from tests.notifications.smtp_servers import free_port

from motcua.emulators.messages.server import NOT_THERE
from motcua.notifications.adapters.http import GatewayUrlRefused
from motcua.notifications.adapters.sms import SmsGateway
from motcua.notifications.adapters.zalo import ZnsGateway
from motcua.notifications.ports import NotDelivered, RefusedForGood
from motcua.notifications.values import Parcel

pytestmark = pytest.mark.once

PARCEL = Parcel(
    key="17:sms",
    tracking="a1b2",
    to="0912000001",
    template="dossier.submitted",
    subject="",
    text="Đã nhận hồ sơ “H26” – theo dõi…",
    data={"code": "H26", "name": "Nguyễn Thị An"},
)


@pytest.fixture
def stand_in():
    with emulated() as (emulator, sms, zalo):
        yield emulator, {"sms": sms.send_sms, "zalo": zalo.send_zalo}


@pytest.mark.shows("P5", "CN20")
def test_an_sms_is_written_without_marks_to_a_number_abroad(stand_in):
    emulator, send = stand_in
    assert send["sms"](PARCEL) == "m1"
    (sent,) = emulator.taken
    assert sent["phone"] == "84912000001"
    assert sent["brandname"] == "MOTCUA"
    assert sent["message"] == 'Da nhan ho so "H26" - theo doi...'


@pytest.mark.shows("P5", "CN20")
def test_a_zalo_message_carries_template_data_and_tracking(stand_in):
    emulator, send = stand_in
    assert send["zalo"](PARCEL) == "m1"
    (sent,) = emulator.taken
    assert (sent["phone"], sent["template_id"]) == ("84912000001", "400123")
    assert sent["template_data"] == {"code": "H26", "name": "Nguyễn Thị An"}
    assert sent["tracking_id"] == "a1b2"


@pytest.mark.parametrize("way", ["sms", "zalo"])
@pytest.mark.parametrize("how", ["500", "hang", "drop", "nonsense"])
def test_a_gateway_that_is_down_may_be_back_later(stand_in, way, how):
    emulator, send = stand_in
    emulator.fail(how, times=1)
    with pytest.raises(NotDelivered) as refusal:
        send[way](PARCEL)
    assert not isinstance(refusal.value, RefusedForGood)
    assert send[way](PARCEL) == "m1"


@pytest.mark.parametrize("way", ["sms", "zalo"])
def test_a_number_nobody_has_is_refused_for_good_and_not_named(stand_in, way):
    _, send = stand_in
    with pytest.raises(RefusedForGood) as refusal:
        send[way](replace(PARCEL, to="0" + NOT_THERE.removeprefix("84")))
    assert "900000000" not in str(refusal.value)


def test_what_zalo_has_no_template_for_goes_another_way(stand_in):
    _, send = stand_in
    with pytest.raises(RefusedForGood):
        send["zalo"](replace(PARCEL, template="petition.sent"))


@pytest.mark.parametrize("way", ["sms", "zalo"])
def test_a_wrong_token_may_be_put_right(way):
    with emulated(token="another") as (_, sms, zalo):
        send = {"sms": sms.send_sms, "zalo": zalo.send_zalo}[way]
        with pytest.raises(NotDelivered) as refusal:
            send(PARCEL)
    assert not isinstance(refusal.value, RefusedForGood)


def test_the_same_message_twice_is_one(stand_in):
    emulator, send = stand_in
    assert send["sms"](PARCEL) == send["sms"](PARCEL)
    assert len(emulator.taken) == 1


def test_nobody_listens():
    gateway = SmsGateway(f"http://127.0.0.1:{free_port()}/sms", token="t", brand="b")
    with pytest.raises(NotDelivered, match="ConnectionRefusedError"):
        gateway.send_sms(PARCEL)


@pytest.mark.parametrize("url", ["gateway.example", "ftp://gateway.example/", "http://"])
def test_an_address_that_cannot_be_used_is_refused_at_the_start(url):
    with pytest.raises(GatewayUrlRefused):
        ZnsGateway(url, token="t", templates={})
