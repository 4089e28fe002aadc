// Counts visits: no cookies, nothing stored; nothing at all with Do Not Track or Global Privacy
// Control. Its calls are the government tracker's: docs/reference/collector.md
(function () {
  var n = navigator, w = window, d = document, told = (d.currentScript || d.body).dataset;
  var silent = n.doNotTrack === "1" || n.globalPrivacyControl, to = told.url, site = told.site;
  var view, failed = 0, code = told.procedure, queue = w._govaq || [];

  function on(what, act) { w.addEventListener(what, act, true); }

  function random() { return Math.random().toString(36).slice(2, 8); }

  // What names a person or a case stays in the browser.
  function address(url) {
    return url.origin + url.pathname.replace(
      /[^/]*(\d{9}|-\d{6}-|[\da-f]{8}-[\da-f]{4}-|@|%40)[^/]*/gi, "*");
  }

  function send(fields) {
    if (silent || !to || !site) return;
    var body = new URLSearchParams({
      idsite: site, rec: 1, govaq: 1, send_image: 0, url: address(location), rand: random(), pv_id: view
    });
    for (var name in fields) if (fields[name] != null) body.set(name, fields[name]);
    n.sendBeacon(to, body);
  }

  function fail(cause, status) {
    if (failed++ < 5) send({ cause: cause, status: status, procedure: code });
  }

  function click(e) {
    var a = e.target.closest("a[href]");
    if (!a || e.button > 1 || !a.host) return;
    if (a.hasAttribute("download") || /\.(pdf|docx?|xlsx?|zip|rar|csv|ics)$/i.test(a.pathname))
      send({ download: address(a) });
    else if (a.host !== location.host) send({ link: a.origin });
  }

  var calls = {
    setTrackerUrl: function (url) { to = url; },
    setSiteId: function (number) { site = number; },
    trackPageView: function () { view = random(); send({ procedure: code }); },
    trackDVC: function (of, state) { send({ dvc: of, state: state, fact: told.fact }); },
    trackSiteSearch: function (q, kind, count) { send({ search: 1, search_count: count }); },
    trackStep: function (number, name, of) { send({ step: number, step_name: name, procedure: of }); },
    trackFailure: fail,
    trackAnswer: function (to, answer, score) {
      send({ answer: to + ":" + answer, score: score, procedure: code });
    },
    enableLinkTracking: function () { on("click", click); on("auxclick", click); }
  };

  function call(list) { if (calls[list[0]]) calls[list[0]].apply(0, list.slice(1)); }

  on("error", function (e) { fail(e.target === w ? "portal" : "network"); });
  on("unhandledrejection", function () { fail("portal"); });
  on("online", function () { fail("network"); });

  if (told.site) queue = [["trackPageView"], ["enableLinkTracking"],
    told.step && ["trackStep", told.step, told.stepName, code],
    told.dvc && ["trackDVC", told.dvc, told.state],
    told.found && ["trackSiteSearch", "", "", told.found],
    told.cause && ["trackFailure", told.cause, told.status]].concat(queue);
  [/^set/, /^track|^en/].forEach(function (which) {
    queue.forEach(function (list) { if (list && which.test(list[0])) call(list); });
  });
  w._govaq = { push: call };
})();
