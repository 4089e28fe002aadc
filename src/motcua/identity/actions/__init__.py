"""Verbs of identity: open accounts, give and take roles, let people in, slow guessing down."""

from motcua.identity.actions.counting import attempt_sign_in, consume, give_back
from motcua.identity.actions.demonstration import load_demonstration
from motcua.identity.actions.granting import GrantRefused, grant, revoke
from motcua.identity.actions.passwords import change_password, check_password
from motcua.identity.actions.profiles import change_profile
from motcua.identity.actions.registering import CreationRefused, create_officer, register
from motcua.identity.actions.signing_in import SignInRefused, sign_in

__all__ = [
    "CreationRefused",
    "GrantRefused",
    "SignInRefused",
    "attempt_sign_in",
    "change_password",
    "change_profile",
    "check_password",
    "consume",
    "create_officer",
    "give_back",
    "grant",
    "load_demonstration",
    "register",
    "revoke",
    "sign_in",
]
