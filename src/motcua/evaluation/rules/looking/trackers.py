"""Hosts that follow people from site to site, and hosts that learn who opens a page.

Kept small on purpose: those that Vietnamese portals are seen to load. A host that is not here is
still told as a third party.
"""

from motcua.evaluation.rules.looking.hosts import of_the_state

HOSTS = {
    "google-analytics.com": "Google Analytics",
    "analytics.google.com": "Google Analytics",
    "googletagmanager.com": "Google Tag Manager",
    "doubleclick.net": "Google Ads",
    "googlesyndication.com": "Google Ads",
    "googleadservices.com": "Google Ads",
    "facebook.com": "Facebook",
    "facebook.net": "Facebook",
    "tiktok.com": "TikTok",
    "tiktokcdn.com": "TikTok",
    "sp.zalo.me": "Zalo",
    "za.zalo.me": "Zalo",
    "zdn.vn": "Zalo",
    "twitter.com": "X (Twitter)",
    "ads-twitter.com": "X (Twitter)",
    "linkedin.com": "LinkedIn",
    "licdn.com": "LinkedIn",
    "hotjar.com": "Hotjar",
    "clarity.ms": "Microsoft Clarity",
    "bat.bing.com": "Microsoft Ads",
    "addthis.com": "AddThis",
    "addthisedge.com": "AddThis",
    "sharethis.com": "ShareThis",
    "static.cloudflareinsights.com": "Cloudflare Insights",
    "mc.yandex.ru": "Yandex Metrica",
    "mc.yandex.com": "Yandex Metrica",
    "criteo.com": "Criteo",
    "criteo.net": "Criteo",
    "scorecardresearch.com": "comScore",
    "quantserve.com": "Quantcast",
    "mixpanel.com": "Mixpanel",
    "segment.com": "Segment",
    "amplitude.com": "Amplitude",
    "fullstory.com": "FullStory",
    "newrelic.com": "New Relic",
    "nr-data.net": "New Relic",
    "histats.com": "Histats",
    "statcounter.com": "StatCounter",
    "admicro.vn": "Admicro",
    "onesignal.com": "OneSignal",
    "pushdi.com": "PushDi",
    "subiz.net": "Subiz",
    "tawk.to": "tawk.to",
    "fpjs.io": "FingerprintJS",
    "fpcdn.io": "FingerprintJS",
}
"""Hosts, with everything below them, and whose they are."""

PARTS = {
    "www.google.com/recaptcha": "Google reCAPTCHA",
    "www.gstatic.com/recaptcha": "Google reCAPTCHA",
    "www.google.com/ads": "Google Ads",
    "www.youtube.com/embed": "YouTube",
    "www.google.com/maps": "Google Maps",
    "maps.googleapis.com": "Google Maps",
}
"""Parts of addresses that set cookies or learn much, and are told by name; no trackers alone."""

FONTS = (
    "fonts.googleapis.com",
    "fonts.gstatic.com",
    "use.fontawesome.com",
    "kit.fontawesome.com",
    "use.typekit.net",
    "p.typekit.net",
    "fonts.bunny.net",
    "cdnfonts.com",
)
"""Hosts of fonts: each learns the address of everyone who opens the page."""


def _below(host: str, names: tuple[str, ...]) -> str:
    return next((name for name in names if host == name or host.endswith("." + name)), "")


def tracker(host: str) -> str:
    """Say whose tracker a host is, "" where it is none; the state's own measuring is none."""
    if of_the_state(host):
        return ""
    name = _below(host, tuple(HOSTS))
    return HOSTS.get(name, "")


def lends_fonts(host: str) -> bool:
    """Say whether a host gives out fonts."""
    return bool(_below(host, FONTS))


def known_part(url: str) -> str:
    """Name a well-known part of somebody else's site in an address, "" where there is none."""
    _, _, rest = url.partition("://")
    return next((owner for start, owner in PARTS.items() if rest.startswith(start)), "")
