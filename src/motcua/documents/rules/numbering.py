"""How numbers of issued documents are written, and the code that a QR leads to."""

import io

import segno

REGISTERS = {
    "receipt_appointment": "TNHS",
    "supplement_request": "PBS",
    "refusal": "PTC",
    "apology_extension": "PXL",
    "stop_notice": "TBD",
    "control_sheet": "PKS",
    "register": "STD",
    "birth_certificate": "KS",
    "civil_status_extract": "TLHT",
    "temporary_residence": "TBTT",
    "certificate": "KQ",
    "payment_receipt": "BL",
    "refusal_decision": "QDTC",
}
"""Suffix of each number; PBS, PTC, PXL, PKS, STD are of Thông tư 03/2025/TT-VPCP, Phụ lục I.

The others are this system's own and not official.
"""


def written(layout: str, sequence: int, year: int) -> str:
    """Write a number such as `12/2026/PBS`."""
    return f"{sequence:02d}/{year}/{REGISTERS.get(layout, layout.upper())}"


def qr_svg(text: str) -> str:
    """Draw a QR code (error correction M) of `text` as one SVG, quiet zone included."""
    out = io.BytesIO()
    segno.make(text, error="m").save(out, kind="svg", border=2, xmldecl=False, svgns=True, scale=4)
    return out.getvalue().decode()
