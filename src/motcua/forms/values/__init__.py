"""What forms speak of: fields, pages, answers, errors."""

from motcua.forms.values.answers import (
    AnswerSet,
    Checked,
    Choice,
    Control,
    FieldError,
    Json,
    Row,
    Section,
)
from motcua.forms.values.fields import Option
from motcua.forms.values.forms import (
    CodeList,
    DataElement,
    Dictionary,
    FormDefinition,
    FormSource,
    Library,
    Page,
    PageSource,
    Placed,
    Units,
)

__all__ = [
    "AnswerSet",
    "Checked",
    "Choice",
    "CodeList",
    "Control",
    "DataElement",
    "Dictionary",
    "FieldError",
    "FormDefinition",
    "FormSource",
    "Json",
    "Library",
    "Option",
    "Page",
    "PageSource",
    "Placed",
    "Row",
    "Section",
    "Units",
]
