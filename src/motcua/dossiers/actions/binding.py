"""Binding functions of processes to roles, agency by agency."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from motcua.agencies import actions as agencies
from motcua.agencies import queries as known
from motcua.identity.rules.roles import FUNCTIONS, NAMES
from motcua.identity.values import Role, Viewer
from motcua.kernel.words import Refused, Sentence
from motcua.workflow.values import Function


class BindingRefused(Refused):
    """Functions may not be bound so, or not by this viewer."""


BINDABLE = tuple(FUNCTIONS)
"""Roles that may fulfil a function: those that work with dossiers."""


def bind(
    *, agency_code: str, functions: Mapping[str, Sequence[str]], by: Viewer, at: datetime
) -> None:
    """Say which roles fulfil which functions at an agency and below; nothing: as everywhere.

    Only the agency's procedure administrator may. Refuses (`BindingRefused`) a function that nobody
    would fulfil, since dossiers would wait there for ever. Raises `AgencyUnknown`.
    """
    path = known.agency(agency_code).path
    if not by.second_factor or Role.PROCEDURE_ADMIN not in by.roles_at(path):
        raise BindingRefused(
            Sentence(
                "Chỉ quản trị nghiệp vụ của cơ quan mới phân công chức năng được.",
                "Only the agency's procedure administrator may bind functions to roles.",
            )
        )
    names = {role.value for role in BINDABLE}
    for function, roles in functions.items():
        if function not in NAMES or not set(roles) <= names:
            raise BindingRefused(
                Sentence(
                    "Có chức năng hoặc vai trò không dùng được ở đây. Bạn hãy chọn trong bảng.",
                    "A function or role cannot be used here. Choose from the table.",
                )
            )
        if not roles:
            called = Function(function).label
            raise BindingRefused(
                Sentence(
                    f"Chức năng “{called.vi}” chưa có vai trò nào. Bạn hãy chọn ít nhất một, nếu "
                    "không hồ sơ sẽ dừng mãi ở đó.",
                    f"Nobody would be “{called.en}”. Choose at least one role, or applications "
                    "would wait there for ever.",
                )
            )
    agencies.bind_functions(agency_code=agency_code, functions=functions, by=by.actor, at=at)
