"""What a database already holds is not demanded on paper (Nghị định 118/2025, complaint of S3)."""

from collections.abc import Iterable

from motcua.kernel.words import Refused, Sentence
from motcua.procedures.values.services import ServiceVersion


class PaperDemandRefused(Refused):
    """A paper was demanded that a database already holds."""

    def __init__(self, name: Sentence) -> None:
        super().__init__(
            Sentence(
                vi=(
                    f"“{name.vi}” đã có trong cơ sở dữ liệu nên không được yêu cầu người dân nộp "
                    "bản giấy. Bạn hãy tra cứu, hoặc hỏi cơ quan giữ cơ sở dữ liệu."
                ),
                en=(
                    f"“{name.en}” is in a database already, so it must not be demanded on paper. "
                    "Look it up, or ask the agency that keeps the database."
                ),
            )
        )


def refuse_paper_demands(service: ServiceVersion, components: Iterable[str]) -> None:
    """Refuse (`PaperDemandRefused`) to demand any of these components where a database has it."""
    for code in components:
        component = service.component(code)
        if component is not None and component.available_in_database:
            raise PaperDemandRefused(component.name)
