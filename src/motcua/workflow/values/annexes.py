"""The annex of prescribed forms that is in force: which circular, which number, which heading."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from motcua.kernel.words import Sentence
from motcua.workflow.values.words import Form


@dataclass(frozen=True, slots=True)
class Annex:
    """The forms of one circular. What it does not name keeps the number and heading of `Form`."""

    circular: str = "Thông tư 03/2025/TT-VPCP"
    numbers: Mapping[Form, str] = field(default_factory=dict)
    titles: Mapping[Form, Sentence] = field(default_factory=dict)

    def number(self, form: Form) -> str:
        """Give a form's number in the annex, `01` and on."""
        return self.numbers.get(form, form.number)

    def title(self, form: Form) -> Sentence:
        """Give a form's heading."""
        return self.titles.get(form, form.label)

    def printed(self, form: Form) -> dict[str, str]:
        """Give what a print of the form says about itself."""
        return {"number": self.number(form), "circular": self.circular}
