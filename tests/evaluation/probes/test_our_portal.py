"""Our own portal under the probes that read words and links: what it has, and what it lacks."""

import pytest
from tests.evaluation.probes.visiting import looked_at
from tests.factories import dossiers
from tests.procedures.search_samples import fill

from motcua.evaluation.probes.functions.cards import CODES
from motcua.evaluation.values.pages import PageKind

PROCEDURE = "/thu-tuc/1.001193/"
KINDS = {
    "/": PageKind.HOME,
    "/thu-tuc/": PageKind.SERVICES,
    PROCEDURE: PageKind.PROCEDURE,
    "/tra-cuu/": PageKind.LOOKUP,
    "/tro-giup/": PageKind.GUIDE,
    "/hoi-dap/": PageKind.QUESTIONS,
    "/gop-y/": PageKind.FEEDBACK,
    "/thong-ke/": PageKind.STATISTICS,
    "/dang-nhap/": PageKind.LOGIN,
}
LACKING = {  # from outside: most of these show after the log-in, the national one where configured
    *("login_national", "rating"),
    *("levels", "exchange", "eform", "upload", "post", "payment", "result", "signature"),
    *("survey", "assistant", "personal_store", "notification"),
}


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_our_portal_is_found_as_it_is(live_server, browser):
    dossiers.country()
    dossiers.services()
    fill()
    seen = looked_at(browser, live_server.url, KINDS)
    found = {
        fact: seen.site(f"structure.{fact}")
        for fact in (
            *("clicks", "broken_links", "titles", "addresses", "sitemap", "robots", "not_found"),
            *("search_works", "search_diacritics", "search_typo", "search_empty"),
        )
    }
    assert found == {
        **dict.fromkeys(("sitemap", "robots", "not_found", "search_works"), True),
        **dict.fromkeys(("search_diacritics", "search_typo", "search_empty"), True),
        "clicks": 1,
        "broken_links": 0,
        "titles": 1.0,
        "addresses": 1.0,
    }
    assert {code for code in CODES if not seen.site(f"functions.{code}")} <= LACKING
    for fact in ("schema_org", "breadcrumbs", "updated", "print", "h1", "indexed", "back"):
        assert seen(PROCEDURE, f"structure.{fact}") is True
    for fact in ("text", "components", "time_limit", "agency"):
        assert seen(PROCEDURE, f"guides.{fact}") is True
    for fact in ("form", "example", "personal"):
        assert seen("/tra-cuu/", f"lookup.{fact}") is True
