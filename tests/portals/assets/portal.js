// The queue of the EMC tracker, then what forms keep while one types.
window._govaq = window._govaq || [];
_govaq.push(['trackPageView']);
_govaq.push(['enableLinkTracking']);
_govaq.push(['setTrackerUrl', '/tracking']);
_govaq.push(['setSiteId', '227']);
