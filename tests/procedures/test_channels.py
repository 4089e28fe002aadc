"""The five ways in which a dossier comes in, and what may be asked of them."""

import pytest

from motcua.procedures.values.channels import Channel, with_assistance

SELF, OFFICER, VOLUNTEER, COUNTER, POST = Channel


@pytest.mark.shows("CN12")
def test_only_what_nobody_helped_with_proves_self_service():
    assert [channel for channel in Channel if channel.proves_self_service] == [SELF]
    assert [channel for channel in Channel if channel.is_online] == [SELF, OFFICER, VOLUNTEER]
    assert [channel for channel in Channel if channel.is_assisted] == [OFFICER, VOLUNTEER]


@pytest.mark.parametrize(
    ("named", "taken"),
    [
        ((SELF, POST), (SELF, OFFICER, VOLUNTEER, POST)),
        ((COUNTER,), (COUNTER,)),
        ((POST, COUNTER, SELF), (SELF, OFFICER, VOLUNTEER, COUNTER, POST)),
        ((OFFICER, SELF), (SELF, OFFICER, VOLUNTEER)),
    ],
)
def test_whoever_may_submit_may_be_helped(named, taken):
    assert with_assistance(named) == taken


def test_conditions_may_ask_for_the_channel_and_for_online():
    assert OFFICER.facts == {"channel": "officer_assisted", "online": True}
    assert POST.facts == {"channel": "post", "online": False}


def test_every_channel_has_a_name_of_its_own_in_both_languages():
    assert len({channel.label.vi for channel in Channel}) == len(Channel)
    assert len({channel.label.en for channel in Channel}) == len(Channel)
