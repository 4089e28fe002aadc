"""Public codes: parse, check, write. A refusal names the remedy; an accepted code is canonical."""

from motcua.kernel.codes.agencies import AgencyCode
from motcua.kernel.codes.dossiers import DossierCode
from motcua.kernel.codes.people import CitizenId, Sex, TaxCode
from motcua.kernel.codes.procedures import FieldCode, ProcedureCode, ResultCode
from motcua.kernel.codes.refusals import CodeRefused

__all__ = [
    "AgencyCode",
    "CitizenId",
    "CodeRefused",
    "DossierCode",
    "FieldCode",
    "ProcedureCode",
    "ResultCode",
    "Sex",
    "TaxCode",
]
