"""Pages for the rules that read them: an outline from a few words."""

from motcua.evaluation.rules.looking.finding_outline import Field, Form, Item, Outline

BOX = (0, 0, 640, 480)


def link(text: str, target: str = "https://mau.gov.vn/x", **more) -> Item:
    """Give a link."""
    return Item(what="link", text=text, target=target, **more)


def button(text: str) -> Item:
    """Give a button."""
    return Item(what="button", text=text)


def heading(text: str, value: str = "", *, level: int = 2) -> Item:
    """Give a heading with what stands under it."""
    return Item(what="heading", text=text, value=value, level=level)


def label(text: str, value: str = "") -> Item:
    """Give a label with what stands beside it."""
    return Item(what="label", text=text, value=value)


def form(*fields: Field, **more) -> Form:
    """Give a form; `said` are its words."""
    return Form(item=Item(what="form"), fields=fields, **more)


def page(**parts) -> Outline:
    """Give an outline."""
    return Outline(**{"url": "https://mau.gov.vn/", **parts})
