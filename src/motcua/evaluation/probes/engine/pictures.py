"""The picture of a page, and cut-outs of it that show a place."""

from base64 import b64decode
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from motcua.evaluation.values.observations import Observation, Place

if TYPE_CHECKING:
    from PIL.Image import Image

    from motcua.evaluation.probes.engine.tabs import Tab

WIDTH = 1280
TALLEST = 5_000
"""Pixels of a page's height that the picture shows."""
QUALITY = 50
EACH = 2
"""Places of one fault on one page that are cut out."""
MOST = 16
"""Cut-outs of one page."""
_MARGIN = 24
_LARGEST = (800, 500)


def shoot(tab: "Tab") -> bytes:
    """Take the whole page as JPEG, 1280 wide, down to `TALLEST`."""
    metrics = tab.send("Page.getLayoutMetrics")["cssContentSize"]
    height = max(1, min(TALLEST, int(metrics["height"])))
    answer = tab.send(
        "Page.captureScreenshot",
        10.0,
        format="jpeg",
        quality=QUALITY,
        captureBeyondViewport=True,
        optimizeForSpeed=True,
        clip={"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": 1},
    )
    return b64decode(answer["data"])


class CutOuts:
    """Cuts places out of one page's picture, which is read when the first is wanted."""

    def __init__(self, picture: bytes, keep: Callable[[bytes, str, str], str]) -> None:
        self._picture = picture
        self._keep = keep
        self._image: Image | None = None
        self._of: Counter[tuple[str, str]] = Counter()
        self._made = 0

    def of(self, observation: Observation) -> Observation:
        """Give the observation with pictures at the first places of each of its rules."""
        if not self._picture or not any(place.box for place in observation.places):
            return observation
        places = tuple(self._with(observation.fact, place) for place in observation.places)
        return replace(observation, places=places)

    def _with(self, fact: str, place: Place) -> Place:
        kind = (fact, place.rule)
        if place.picture or place.box is None or self._made >= MOST or self._of[kind] >= EACH:
            return place
        content = self._cut(place.box)
        if not content:
            return place
        self._of[kind] += 1
        self._made += 1
        return replace(place, picture=self._keep(content, "image/jpeg", fact))

    def _cut(self, box: tuple[int, int, int, int]) -> bytes:
        """Cut the box (left, top, width, height) with a margin and a frame around the place."""
        from PIL import Image, ImageDraw  # noqa: PLC0415 -- slow import

        if self._image is None:
            self._image = Image.open(BytesIO(self._picture)).convert("RGB")
        left, top, width, height = box
        right, bottom = left + min(width, _LARGEST[0]), top + min(height, _LARGEST[1])
        frame = (
            max(0, left - _MARGIN),
            max(0, top - _MARGIN),
            min(self._image.width, right + _MARGIN),
            min(self._image.height, bottom + _MARGIN),
        )
        if width < 1 or height < 1 or frame[2] - frame[0] < 2 or frame[3] - frame[1] < 2:
            return b""
        cut = self._image.crop(frame)
        edge = (
            left - 3 - frame[0],
            top - 3 - frame[1],
            right + 3 - frame[0],
            bottom + 3 - frame[1],
        )
        ImageDraw.Draw(cut).rectangle(edge, outline=(200, 0, 30), width=2)
        kept = BytesIO()
        cut.save(kept, "JPEG", quality=70)
        return kept.getvalue()
