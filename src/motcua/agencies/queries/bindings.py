"""Which roles fulfil which functions, where an agency has bound them otherwise than everywhere."""

from collections.abc import Mapping
from types import MappingProxyType

from motcua.agencies.models import RoleBinding
from motcua.agencies.queries.state import Kept

Binding = Mapping[str, tuple[str, ...]]

_NONE: Binding = MappingProxyType({})


def bindings() -> Mapping[str, Binding]:
    """Give every binding by the path of its agency: function → roles; kept in the process."""
    return _bindings.get("")


def binding_at(path: str) -> Binding:
    """Give what holds at the agency at `path`: its own binding, or the nearest one above it."""
    known = bindings()
    above = [top for top in known if path.startswith(top)]
    return known[max(above, key=len)] if above else _NONE


def _read(_: str) -> Mapping[str, Binding]:
    return {
        path: {function: tuple(roles) for function, roles in functions.items()}
        for path, functions in RoleBinding.objects.values_list("agency__path", "functions")
    }


_bindings: Kept[str, Mapping[str, Binding]] = Kept(_read)
