"""Pace: one host is not asked too often, by whatever process."""

import pytest

from motcua.evaluation.probes.walking.pacing import LIGHT, LONGEST_DELAY, Pace


class Clock:
    """A clock that goes on only when somebody sleeps."""

    def __init__(self):
        self.now = 1000.0
        self.slept = []

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now += seconds


def pace(folder, clock, **more):
    return Pace(1.0, folder, clock=lambda: clock.now, sleep=clock.sleep, **more)


def test_the_second_question_waits(tmp_path):
    clock = Clock()
    one = pace(tmp_path, clock)
    for _ in range(3):
        one.wait("https://a.vn/x")
    assert clock.slept == [1.0, 1.0]


def test_hosts_do_not_wait_for_each_other(tmp_path):
    clock = Clock()
    one = pace(tmp_path, clock)
    for host in ("a.vn", "b.vn", "127.0.0.1:1", "127.0.0.1:2"):
        one.wait(f"https://{host}/")
    assert clock.slept == []


def test_two_workers_share_one_pace(tmp_path):
    clock = Clock()
    pace(tmp_path, clock).wait("https://a.vn/x")
    pace(tmp_path, clock).wait("https://www.a.vn/y")
    assert clock.slept == [1.0]


def test_time_that_went_by_counts(tmp_path):
    clock = Clock()
    one = pace(tmp_path, clock)
    one.wait("https://a.vn/")
    clock.now += 0.75
    one.wait("https://a.vn/")
    assert clock.slept == [0.25]


def test_single_plain_questions_wait_a_part_of_it(tmp_path):
    clock = Clock()
    one = pace(tmp_path, clock)
    one.wait("https://a.vn/")
    for _ in range(2):
        one.wait("https://a.vn/robots.txt", light=True)
    one.wait("https://a.vn/")
    assert clock.slept == [1.0, LIGHT, LIGHT]


@pytest.mark.parametrize("light", [False, True])
def test_robots_txt_may_ask_for_more_within_reason(tmp_path, light):
    clock = Clock()
    one = pace(tmp_path, clock, asked={"a.vn": 3.0, "b.vn": 9000.0})
    for url in ("https://a.vn/", "https://a.vn/", "https://b.vn/", "https://b.vn/"):
        one.wait(url, light=light)
    assert clock.slept == [3.0, LONGEST_DELAY]


def test_moments_of_before_the_machine_was_started_anew_do_not_hold(tmp_path):
    clock = Clock()
    clock.now = 10**7
    pace(tmp_path, clock).wait("https://a.vn/")
    clock.now = 5.0
    pace(tmp_path, clock).wait("https://a.vn/")
    assert clock.slept == []


def test_no_pace_is_no_file(tmp_path):
    Pace(0.0, tmp_path / "pace").wait("https://a.vn/")
    assert not (tmp_path / "pace").exists()
