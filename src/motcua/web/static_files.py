"""Static files under names that hold their digest, so that a browser may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class DigestNamedFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # no types
    """Names every file by its digest, scripts that other scripts import as well."""

    support_js_module_import_aggregation = True
