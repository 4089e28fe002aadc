import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.identity.rules.roles import FUNCTIONS, functions_of
from motcua.identity.values import ANONYMOUS, SYSTEM, Grant, Role, Viewer

pytestmark = pytest.mark.once

segments = st.text(alphabet="AB01", min_size=1, max_size=2)
paths = st.lists(segments, min_size=1, max_size=4).map(
    lambda parts: "".join(f"{p}." for p in parts)
)
grants = st.lists(
    st.builds(lambda role, path: Grant(role, path[:-1], path), st.sampled_from(Role), paths)
)


def inside(path, top):
    return path.split(".")[: top.count(".")] == top.split(".")[:-1]


@given(grants, paths)
def test_a_role_reaches_its_agency_and_everything_below_it_and_nothing_else(held, path):
    viewer = Viewer(key=None, name="x", grants=tuple(held))
    assert viewer.roles_at(path) == {g.role for g in held if inside(path, g.agency_path)}


@given(grants, paths, st.sampled_from(Role))
def test_the_tops_cover_the_same_as_the_grants_with_none_inside_another(held, path, role):
    viewer = Viewer(key=None, name="x", grants=tuple(held))
    tops = viewer.paths(role)
    assert any(path.startswith(top) for top in tops) == (role in viewer.roles_at(path))
    assert not [a for a in tops for b in tops if a != b and a.startswith(b)]


def test_a_neighbour_whose_code_begins_alike_is_not_below():
    viewer = Viewer(key=None, name="x", grants=(Grant(Role.RECEPTIONIST, "H2", "H2."),))
    assert viewer.roles_at("H26.") == frozenset()
    assert viewer.roles_at("H2.00070.") == {Role.RECEPTIONIST}


def test_who_nobody_and_the_system_are():
    assert (ANONYMOUS.anonymous, ANONYMOUS.is_officer) == (True, False)
    assert (SYSTEM.anonymous, SYSTEM.actor.kind, SYSTEM.actor.key) == (False, "system", "motcua")


def test_every_role_has_words_and_functions_are_of_known_roles():
    assert all(role.title.vi and role.title.en and role.description.vi for role in Role)
    assert functions_of(frozenset({Role.APPROVER, Role.CITIZEN})) == {"unit_head", "leader"}
    assert set(FUNCTIONS) <= set(Role)
