"""The requests of Matomo's log importer: bulks with the secret, robots, errors, downloads."""

import json
from collections import Counter
from urllib.request import Request, urlopen

from tests.measurement.clients.doors import SECRET, Doors, refusals

HOST = "https://dichvucong.hanoi.gov.vn"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0.0.0 Safari/537.36"
GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


def _hit(path: str, second: int, *, status: str = "200", agent: str = CHROME) -> dict[str, object]:
    """Give a hit's arguments as the importer's recorder makes them (--enable-bots, http errors)."""
    robot = agent == GOOGLE
    hit: dict[str, object] = {
        "rec": "1",
        "apiv": "1",
        "url": f"{HOST}{path}",
        "urlref": "https://www.google.com/",
        "cip": f"203.113.131.{second % 200}",
        "cdt": f"2026-03-16 01:{second // 60:02}:{second % 60:02}",
        "idsite": "7",
        "queuedtracking": "0",
        "dp": "1",
        "ua": agent,
        "bots": "1",
        "_cvar": json.dumps({"1": ["Bot" if robot else "Not-Bot", agent]}),
        "cvar": json.dumps({"1": ["HTTP-code", status]}),
        "bw_bytes": 5_120 + second,
    }
    if path.partition("?")[0].endswith(".pdf"):
        hit["download"] = hit["url"]
    if not status.startswith("2"):
        hit["action_name"] = f"{status}/URL = https%3A%2F%2Fdichvucong.hanoi.gov.vn{path}"
    return hit


def _send(opened: Doors, hits: list[dict[str, object]], token: str = SECRET) -> dict[str, object]:
    request = Request(
        f"{opened.url}/matomo.php?queuedtracking=0",
        json.dumps({"token_auth": token, "requests": hits}).encode(),
        {"Content-type": "application/json", "User-Agent": "Matomo/LogImport"},
    )
    with urlopen(request, timeout=20) as answer:
        return json.loads(answer.read())  # type: ignore[no-any-return] -- an object


def test_a_log_is_counted_to_the_line(opened: Doors) -> None:
    hits = [
        *(_hit("/thu-tuc/1.001193/", second) for second in range(900)),
        *(_hit("/thu-tuc/1.001193/", 7) for _ in range(3)),  # the same visitor, the same second
        *(_hit("/tep/mau-01.pdf?v=2", second) for second in range(40)),
        *(_hit("/tim/?cccd=079300012345", second) for second in range(11)),
        *(_hit("/khong-co/", second, status="404") for second in range(8)),
        *(_hit("/nop-ho-so/1.001193/", second, status="502") for second in range(6)),
        *(_hit("/cu/", second, status="301") for second in range(5)),
        *(_hit("/thu-tuc/1.001193/", second, agent=GOOGLE) for second in range(70)),
    ]
    for start in range(0, len(hits), 200):
        assert _send(opened, hits[start : start + 200])["invalid"] == 0
    facts = opened.facts()
    assert len(facts) == len(hits)
    assert {row["day"] for row in facts} == {"2026-03-16"}
    assert Counter((row["kind"], row["page"], row["robot"]) for row in facts) == Counter(
        {
            ("view", "/thu-tuc/1.001193/", "false"): 903,
            ("view", "/thu-tuc/1.001193/", "true"): 70,
            ("download", "/tep/mau-01.pdf", "false"): 40,
            ("view", "/tim/", "false"): 11,
            ("failure", "/khong-co/", "false"): 8,
            ("failure", "/nop-ho-so/1.001193/", "false"): 6,
            ("event", "/cu/", "false"): 5,
        }
    )
    assert len({row["visitor"] for row in facts if row["robot"] == "false"}) == 200


def test_the_importer_hears_which_lines_were_refused(opened: Doors) -> None:
    hits = [_hit("/", 1), {**_hit("/", 2), "idsite": "99"}, _hit("/", 3)]
    assert _send(opened, hits) == {
        "status": "success",
        "tracked": 2,
        "invalid": 1,
        "invalid_indices": [1],
    }
    assert refusals(opened.folder) == ["unknown_site"]
