"""A realistic access log: many agents and paths, Vietnamese, robots, garbage."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from crawleruseragents import CRAWLER_USER_AGENTS_DATA

CHUNK = 250_000
BEGIN = datetime(2026, 3, 15, 17, tzinfo=UTC)
HOURS = np.array(
    [2, 1, 1, 1, 1, 2, 5, 12, 20, 21, 20, 15, 10, 17, 20, 20, 17, 11, 8, 8, 9, 9, 7, 4]
)
"""How busy each hour of a day in Hà Nội is."""

WORDS = (
    "đăng ký khai sinh", "giấy phép xây dựng", "cấp lại thẻ căn cước", "đất đai", "hộ kinh doanh",
    "chứng thực bản sao", "kết hôn", "bảo hiểm xã hội", "xác nhận cư trú", "lý lịch tư pháp",
)  # fmt: skip
STATUS = ("200", "304", "301", "302", "404", "500")
ASSETS = (".css", ".js", ".png", ".jpg", ".svg", ".woff2", ".ico", ".webp", ".map", ".gif")
SYSTEMS = (
    "Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64",
    "Linux; Android 14; SM-A556E", "Linux; Android 13; CPH2591", "Linux; Android 12; M2101K7BG",
)  # fmt: skip


def write(place: Path, *, lines: int, days: int = 3, seed: int = 4) -> None:
    """Write `lines` lines in the combined format, in order of time, garbage among them."""
    random = np.random.default_rng(seed)
    pools = {
        name: pa.array(made(random), pa.large_string())
        for name, made in (("agent", _agents), ("page", _pages), ("asset", _assets))
    }
    moments = _moments(lines, days, random)
    with place.open("wb") as out:
        for first in range(0, lines, CHUNK):
            number = min(CHUNK, lines - first)
            out.write(_bytes_of(_chunk(moments[first : first + number], pools, random)))


def _bytes_of(joined: pa.Array) -> memoryview:
    ends = np.frombuffer(joined.buffers()[1], dtype=np.int64)
    return memoryview(joined.buffers()[2])[: int(ends[len(joined)])]


def _chunk(
    moments: np.ndarray, pools: dict[str, pa.Array], random: np.random.Generator
) -> pa.Array:
    number = len(moments)
    readers = (random.pareto(1.1, number) * 3_000).astype(np.int64) % 2_000_000
    target = pc.if_else(
        pa.array(random.random(number) < 0.3),
        _skewed(pools["page"], number, random),
        _skewed(pools["asset"], number, random),
    )
    columns = [
        _addresses(readers),
        " - - [",
        _stamps(moments),
        ' +0700] "',
        _chosen(("GET ", "POST ", "HEAD "), (0.94, 0.05, 0.01), number, random=random),
        target,
        ' HTTP/1.1" ',
        _chosen(STATUS, (0.86, 0.06, 0.02, 0.03, 0.025, 0.005), number, random=random),
        " ",
        pa.array(random.integers(200, 90_000, number)).cast(pa.large_string()),
        ' "',
        _chosen(("-", "https://dichvucong.example.vn/thu-tuc/"), (0.4, 0.6), number, random=random),
        '" "',
        _agents_of(readers, pools["agent"]),
        '"\n',
    ]
    texts = [pa.scalar(one, pa.large_string()) if isinstance(one, str) else one for one in columns]
    joined = pc.binary_join_element_wise(*texts, pa.scalar("", pa.large_string()))
    return _with_garbage(joined, random)


def _chosen(
    words: tuple[str, ...], shares: tuple[float, ...], number: int, *, random: np.random.Generator
) -> pa.Array:
    drawn = np.searchsorted(np.cumsum(shares)[:-1], random.random(number))
    return pa.array(words, pa.large_string()).take(pa.array(drawn))


def _with_garbage(joined: pa.Array, random: np.random.Generator) -> pa.Array:
    broken = np.array(
        [
            '10.0.0.9 - - [16/Mar/2026:09:00:00 +0700] "\\x16\\x03\\x01\\x02" 400 150 "-" "-"\n',
            "half a li\n",
            "\n",
            '1.2.3.4 - - [99/Foo/2026:09:00:00 +0700] "GET / HTTP/1.1" 200 1 "-" "Mozilla/5.0"\n',
            '1.2.3.4 - - [16/Mar/2026:09:00:00 +0700] "GET /a\\"b HTTP/1.1" 200 1 "-" "x\\"y"\n',
            'GET / "unclosed\n',
            "������\x00\x01\n",
        ]
    )
    mask = random.random(len(joined)) < 0.0005
    chosen = random.choice(broken, int(mask.sum()))
    return pc.replace_with_mask(joined, pa.array(mask), pa.array(chosen, pa.large_string()))


def _moments(lines: int, days: int, random: np.random.Generator) -> np.ndarray:
    """Give sorted seconds since BEGIN."""
    hours = random.choice(24, lines, p=HOURS / HOURS.sum())
    found = (
        random.integers(0, days, lines) * 86_400 + hours * 3600 + random.integers(0, 3600, lines)
    )
    return np.sort(found)


def _stamps(moments: np.ndarray) -> pa.Array:
    seconds, places = np.unique(moments, return_inverse=True)
    local = (seconds + int((BEGIN + timedelta(hours=7)).timestamp())).astype("datetime64[s]")
    texts = pc.strftime(pa.array(local), format="%d/%b/%Y:%H:%M:%S").cast(pa.large_string())
    return texts.take(pa.array(places))


def _addresses(readers: np.ndarray) -> pa.Array:
    mixed = (readers * 2_654_435_761) % 2**32
    parts = [((mixed >> shift) & 255) for shift in (24, 16, 8, 0)]
    parts[0] = parts[0] % 200 + 11
    texts = [pa.array(part).cast(pa.large_string()) for part in parts]
    return pc.binary_join_element_wise(*texts, pa.scalar(".", pa.large_string()))


def _agents_of(readers: np.ndarray, pool: pa.Array) -> pa.Array:
    """Let everybody have one agent, most of them a common one."""
    drawn = ((readers * 40_503) % 2**16) / 2**16
    return pool.take(pa.array((drawn**3 * len(pool)).astype(np.int64)))


def _skewed(pool: pa.Array, number: int, random: np.random.Generator) -> pa.Array:
    """Draw from a pool as readers do: few of it often, most of it seldom."""
    return pool.take(pa.array((random.random(number) ** 3 * len(pool)).astype(np.int64)))


def _agents(random: np.random.Generator) -> np.ndarray:
    chrome = [
        f"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) "
        f"Chrome/{major}.0.{build}.0 {'Mobile ' if 'Android' in system else ''}Safari/537.36"
        for system in SYSTEMS
        for major in range(110, 141)
        for build in random.integers(1000, 7000, 12)
    ]
    phones = [
        f"Mozilla/5.0 (iPhone; CPU iPhone OS {major}_{minor} like Mac OS X) AppleWebKit/605.1.15 "
        f"(KHTML, like Gecko) Version/{major}.{minor} Mobile/15E148 Safari/604.1"
        for major in range(13, 19)
        for minor in range(8)
    ]
    robots = [one for entry in CRAWLER_USER_AGENTS_DATA for one in entry["instances"][:1]]
    robots = [one.replace('"', "") for one in robots]
    found = np.array([*chrome, *phones * 6, *robots, "-"], dtype=object)
    return random.permutation(found)


def _pages(random: np.random.Generator) -> np.ndarray:
    procedures = [f"/thu-tuc/1.{n:06}/" for n in random.permutation(100_000)[:6_000]]
    news = [
        f"/tin-tuc/{quote(WORDS[n % len(WORDS)].replace(' ', '-'))}-{n}.html" for n in range(40_000)
    ]
    searches = [
        f"/tim-kiem/?q={quote(WORDS[n % len(WORDS)])}+{n}&trang={n % 7}" for n in range(40_000)
    ]
    dossiers = [f"/ho-so/H26.{n % 90:02}-260316-{n:04}/" for n in range(10_000)]
    people = [f"/tra-cuu/0791990{n:05}/" for n in range(200)]
    rest = random.permutation(np.array([*news, *searches, *dossiers, *people], dtype=object))
    return np.concatenate([np.array(["/", "/thu-tuc/", "/dang-nhap/"] * 40, dtype=object),
                           np.array(procedures, dtype=object), rest])  # fmt: skip


def _assets(random: np.random.Generator) -> np.ndarray:
    return np.array(
        [
            f"/static/{random.integers(2**40):010x}/{n}{ASSETS[n % len(ASSETS)]}"
            + ("?v=3" if n % 3 else "")
            for n in range(2_000)
        ],
        dtype=object,
    )
