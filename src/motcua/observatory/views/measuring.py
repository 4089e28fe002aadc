"""Pages of those who run the measuring: what comes in now, how portals are connected, errors."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from motcua.measurement import queries
from motcua.measurement.values.quality import Health
from motcua.observatory import asking, measuring, words
from motcua.observatory.measuring import READERS
from motcua.web import clock, pages
from motcua.web.access import officer_required
from motcua.web.formats import moment, say
from motcua.web.http import Request

EXAMPLES = 50
ORDER = (Health.REFUSED, Health.SILENT, Health.HALF, Health.NEVER, Health.FINE)
"""Portals that need somebody first."""


@require_GET
@officer_required(*READERS)
def live(request: Request) -> HttpResponse:
    """Show what came in today and in the last fortnight, and what waits to be counted."""
    own = measuring.own_sites(request.viewer)
    today = clock.today()
    period = measuring.fortnight(today)
    strangers = measuring.sees_strangers(request.viewer)
    sent = [one for one in queries.sent(period) if one.site in own or (strangers and not one.site)]
    context = {
        "chart": measuring.drawn(measuring.by_day(sent, period)),
        "today": measuring.heard_today([one for one in sent if one.day == today], own),
        "waiting": queries.waiting(),
        "counted_at": queries.counted_at(),
        "at": clock.now(),
        "own": own,
        "strangers": strangers,
    }
    return pages.render(request, "observatory/measuring/live.html", context)


@require_GET
@officer_required(*READERS)
def feeders(request: Request) -> HttpResponse:
    """Show how every portal is connected, those that need somebody first."""
    own = measuring.own_sites(request.viewer)
    found = [one for one in queries.connections(clock.now()) if one.site in own]
    found.sort(key=lambda one: (ORDER.index(one.status), one.site))
    counts = [
        (
            measuring.HEALTH[status][0],
            say(measuring.HEALTH[status][1]),
            sum(1 for one in found if one.status is status),
        )
        for status in ORDER
    ]
    context = {
        "counts": counts,
        "rows": [
            {
                "one": one,
                "agency": measuring.agency_name(one.agency),
                "tone": measuring.HEALTH[one.status][0],
                "status": measuring.HEALTH[one.status][1],
                "refused": words.NONE if one.refused is None else words.percent(one.refused),
                "page": moment(one.page_at) or words.NONE,
                "dossier": moment(one.dossier_at) or words.NONE,
            }
            for one in found
        ],
        "may_register": measuring.sees_strangers(request.viewer),
    }
    return pages.render(request, "observatory/measuring/feeders.html", context)


@require_GET
@officer_required(*READERS)
def feeder(request: Request, number: int) -> HttpResponse:
    """Show one portal: what it sent, what was refused and why, with examples as they came."""
    own = measuring.own_sites(request.viewer)
    if number not in own:
        raise Http404
    period = measuring.fortnight(clock.today())
    sent = queries.sent(period, site=number)
    connection = next((o for o in queries.connections(clock.now()) if o.site == number), None)
    context = {
        "site": own[number],
        "limit": words.number(own[number].limit),
        "agency": measuring.agency_name(own[number].agency),
        "connection": connection,
        "health": measuring.HEALTH[connection.status] if connection else None,
        "chart": measuring.drawn(measuring.by_day(sent, period)),
        "reasons": measuring.reasons(sent),
        "examples": queries.turned_away(since=period.first, sites=(number,))[:EXAMPLES],
        "may_change": measuring.sees_strangers(request.viewer),
    }
    return pages.render(request, "observatory/measuring/feeder.html", context)


@require_GET
@officer_required(*READERS)
def errors(request: Request) -> HttpResponse:
    """Show what was turned away: reasons, and the latest examples as they came."""
    own = measuring.own_sites(request.viewer)
    strangers = measuring.sees_strangers(request.viewer)
    period = measuring.fortnight(clock.today())
    numbers = {*own, 0} if strangers else {*own}
    sent = [one for one in queries.sent(period) if one.site in numbers]
    of_sites = () if strangers else tuple(numbers)
    examples = [
        one
        for one in queries.turned_away(since=period.first, sites=of_sites)
        if strangers or one.site in numbers
    ]
    context = {
        "reasons": measuring.reasons(sent),
        "examples": examples[:EXAMPLES],
        "names": {number: site.name for number, site in own.items()},
    }
    return pages.render(request, "observatory/measuring/errors.html", context)


@require_GET
@officer_required(*READERS)
def agreement(request: Request) -> HttpResponse:
    """Show of every ministry and province whether pages and dossiers tell the same."""
    own = measuring.own_sites(request.viewer)
    tops = {site.agency.split(".")[0] for site in own.values()}
    chosen = asking.period(request)
    every = measuring.sees_strangers(request.viewer)
    found = [one for one in queries.consistencies(chosen) if every or one.agency in tops]
    context = {
        "path": request.path,
        "period": chosen,
        "period_words": words.period(chosen),
        "periods": asking.choices(chosen),
        "rows": [
            {
                "one": one,
                "name": measuring.agency_name(one.agency),
                "pages": words.number(one.pages),
                "dossiers": words.number(one.dossiers),
                "batched": words.number(one.batched),
                "ratio": words.NONE if one.ratio is None else words.percent(one.ratio),
                "verdict": say(measuring.VERDICTS[one.verdict][1]),
                "tone": measuring.VERDICTS[one.verdict][0],
            }
            for one in sorted(found, key=lambda one: measuring.VERDICT_ORDER.index(one.verdict))
        ],
    }
    return pages.render(request, "observatory/measuring/agreement.html", context)
