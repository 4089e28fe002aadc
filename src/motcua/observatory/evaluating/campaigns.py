"""The list of campaigns that concern the reader."""

from django.http import HttpResponse

from motcua.evaluation.queries import campaigns as queries
from motcua.observatory.evaluating.reaching import READERS, reading
from motcua.web import pages
from motcua.web.http import Request


@reading(*READERS)
def campaigns(request: Request) -> HttpResponse:
    """List the campaigns that the reader leads, judges in or is judged in."""
    found = queries.campaigns(viewer=request.viewer)
    return pages.render(request, "observatory/evaluating/campaigns.html", {"campaigns": found})
