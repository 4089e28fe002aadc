"""A small nation for indicators, as nasty as facts can be: nulls, zeros, ties, odd letters.

Sums stay within what they are parts of, as compaction keeps them: a share is never above one.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from motcua.measurement.values import schemas

AT = datetime(2026, 4, 1, tzinfo=UTC)
FIRST = date(2025, 12, 20)
DAYS = 102
AGENCIES = ("G01", "G09", "H26", "H26.00070", "H26.00070.01", "H26.00073", "H44.100", "H01.77")
PROCEDURES = ("1.001193", "2.000815", "Đăng ký ở đâu?", "1.004222", "")
CHANNELS = ("self_service", "officer_assisted", "volunteer_assisted", "counter", "post", "unknown")
SPREAD = 260

Row = dict[str, object]


def rows(seed: int = 7) -> dict[str, list[Row]]:
    """Give the rows of each roll-up and of the supply."""
    dice = random.Random(seed)
    made = {
        "visits_daily": [_visits(dice) for _ in range(SPREAD)],
        "procedures_daily": [_procedures(dice) for _ in range(SPREAD)],
        "dossiers_daily": [_dossiers(dice) for _ in range(2 * SPREAD)],
        "waits_daily": [_waits(dice) for _ in range(SPREAD)],
        "steps_daily": [_steps(dice) for _ in range(SPREAD)],
        "failures_daily": [_failures(dice) for _ in range(SPREAD)],
        "answers_daily": [_answers(dice) for _ in range(SPREAD)],
        "accounts_daily": [_accounts(dice) for _ in range(90)],
        "connections_daily": [_connections(dice) for _ in range(SPREAD)],
        "supply": list(_supply(dice)),
        "declared": [_declared(dice) for _ in range(60)],
    }
    return {
        name: [{column: row[column] for column in schemas.columns(name)} for row in found]
        for name, found in made.items()
    }


def _where(dice: random.Random) -> Row:
    agency = dice.choice(AGENCIES)
    day = FIRST + timedelta(days=dice.randrange(DAYS))
    if agency == "H01.77":
        day = min(day, date(2026, 1, 31))  # this province stops sending
    return {
        "day": day,
        "top": agency.split(".")[0],
        "agency": agency,
        "site": dice.choice((1, 2, 95)),
        "procedure": dice.choice(PROCEDURES),
        "source": dice.choice(("mcdt", "strict", "script")),
        "channel": dice.choice(CHANNELS),
    }


def _some(dice: random.Random, most: int = 9) -> int:
    return dice.choice((0, 0, 1, dice.randint(0, most)))


def _visits(dice: random.Random) -> Row:
    visits = dice.choice((0, 1, 4, dice.randint(0, 3_000_000_000)))
    return _where(dice) | {
        "device": dice.choice(("phone", "computer", "unknown")),
        "views": visits * 3,
        "visits": visits,
        "visitors": visits,
        "actions": _some(dice),
        "robot_views": _some(dice, 400),
    }


def _procedures(dice: random.Random) -> Row:
    views = _some(dice, 90)
    return _where(dice) | {
        "views": views,
        "visitors": dice.randint(0, views),
        "chosen": dice.randint(0, views),
        "submitted": dice.randint(0, views),
    }


def _dossiers(dice: random.Random) -> Row:
    received, settled = _some(dice), _some(dice)
    on_time, fee, fee_fed = (dice.randint(0, most) for most in (settled, received, received))
    overdue = dice.randint(0, received)
    return _where(dice) | {
        "level": dice.choice(("full", "full", "partial", "none", "")),
        "online_fed": dice.choice((True, True, False, None)),
        "level_fed": dice.choice(("full", "partial", "none", "", None)),
        "received": received,
        "settled": settled,
        "on_time": on_time,
        "late": settled - on_time,
        "overdue": overdue,
        "with_fee": fee,
        "paid_online": dice.randint(0, fee),
        "paid_fed": dice.randint(0, fee_fed),
        "fee_fed": fee_fed,
        "batched": dice.randint(0, received),
    }


def _waits(dice: random.Random) -> Row:
    return _where(dice) | {"hours": dice.choice((0, 1, 8, 8, 40, 400)), "dossiers": _some(dice)}


def _steps(dice: random.Random) -> Row:
    visitors = _some(dice, 50)
    return _where(dice) | {
        "step": dice.choice(("người nộp", "thành phần hồ sơ", "đã gửi")),
        "number": dice.randint(1, 3),
        "visitors": visitors,
        "went_on": dice.randint(0, visitors),
    }


def _failures(dice: random.Random) -> Row:
    return _where(dice) | {
        "cause": dice.choice(("portal", "payment", "network", "complex", "device", "other")),
        "told_by": dice.choice(("telemetry", "asked_at_failure", "asked_after_result")),
        "failures": _some(dice),
    }


def _answers(dice: random.Random) -> Row:
    asked = _some(dice, 30)
    answers = dice.randint(0, asked)
    return _where(dice) | {
        "question": dice.choice(("satisfaction", "satisfaction", "cause")),
        "answer": dice.choice(("Rất hài lòng", "không", "5")),
        "answers": answers,
        "satisfied": dice.randint(0, answers),
        "asked": asked,
    }


def _accounts(dice: random.Random) -> Row:
    return _where(dice) | {"registered": _some(dice, 90), "active": _some(dice, 900)}


def _connections(dice: random.Random) -> Row:
    return _where(dice) | {
        "outcome": dice.choice(("accepted", "refused", "replayed", "late", "robot")),
        "reason": dice.choice(("", "không đúng dạng")),
        "facts": _some(dice, 500),
        "last_second": dice.randrange(86_400),
    }


def _supply(dice: random.Random) -> Iterator[Row]:
    for agency in AGENCIES:
        for procedure in PROCEDURES[:4]:
            level = dice.choice(("full", "partial", "none"))
            row = {
                "top": agency.split(".")[0],
                "agency": agency,
                "procedure": procedure,
                "level": level,
                "has_fee": dice.random() < 0.5,
                "essential": False,
                "valid_from": date(2025, 1, 1),
                "valid_to": None,
            }
            if dice.random() < 0.3:
                change = date(2026, dice.randint(1, 3), 15)
                yield row | {"valid_to": change - timedelta(days=1)}
                yield row | {"valid_from": change, "level": "full"}
            elif agency != "H44.100":
                yield row


def _declared(dice: random.Random) -> Row:
    whole = _some(dice, 40)
    return _where(dice) | {
        "month": date(2026, dice.randint(1, 3), 1),
        "metric": dice.choice(("DOSSIER_SYNC", "PUBLISH_ON_TIME")),
        "numerator": float(dice.randint(0, whole)),
        "denominator": float(whole),
    }
