"""PDF by typst: PDF/A-2a and PDF/UA-1 in one file, own fonts only, data as one JSON value."""

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import typst

LAYOUTS = Path(__file__).parents[2] / "layouts"
FONTS = Path(__file__).parents[3] / "design" / "fonts"
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]


class TypstPress:
    """Prints the layouts under `documents/layouts/`."""

    def print(self, layout: str, data: dict[str, Any]) -> bytes:
        """Return PDF/A-2a bytes; `KeyError` when there is no such layout."""
        path = LAYOUTS / f"{layout}.typ"
        if not path.is_file():
            raise KeyError(layout)
        pdf = _compiler(str(path)).compile(
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=list(STANDARDS),
        )
        if not isinstance(pdf, bytes):
            raise TypeError(f"typst returned {type(pdf).__name__} for {layout}")
        return pdf


@lru_cache(maxsize=16)
def _compiler(path: str) -> "typst.Compiler":
    import typst  # noqa: PLC0415 -- slow import

    return typst.Compiler(
        path,
        root=str(LAYOUTS),
        font_paths=_fonts(),
        ignore_system_fonts=True,
    )


@lru_cache(maxsize=1)
def _fonts() -> "typst.Fonts":
    import typst  # noqa: PLC0415 -- slow import

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
