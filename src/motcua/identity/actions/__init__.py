"""Verbs of identity: open accounts, give and take roles, let people in, slow guessing down."""

from motcua.identity.actions.assistance import (
    CodeWrong,
    HelpRefused,
    ask_code,
    begin_help,
    end_help,
    find_applicant,
    note_submission,
    revoke_help,
)
from motcua.identity.actions.assisted_accounts import (
    FirstPasswordRefused,
    check_first_password,
    register_helped,
    set_first_password,
)
from motcua.identity.actions.counting import attempt_sign_in, consume, give_back
from motcua.identity.actions.demonstration import load_demonstration
from motcua.identity.actions.granting import GrantRefused, grant, revoke
from motcua.identity.actions.passwords import change_password, check_password
from motcua.identity.actions.profiles import change_profile
from motcua.identity.actions.registering import CreationRefused, create_officer, register
from motcua.identity.actions.signing_in import SignInRefused, sign_in

__all__ = [
    "CodeWrong",
    "CreationRefused",
    "FirstPasswordRefused",
    "GrantRefused",
    "HelpRefused",
    "SignInRefused",
    "ask_code",
    "attempt_sign_in",
    "begin_help",
    "change_password",
    "change_profile",
    "check_first_password",
    "check_password",
    "consume",
    "create_officer",
    "end_help",
    "find_applicant",
    "give_back",
    "grant",
    "load_demonstration",
    "note_submission",
    "register",
    "register_helped",
    "revoke",
    "revoke_help",
    "set_first_password",
    "sign_in",
]
