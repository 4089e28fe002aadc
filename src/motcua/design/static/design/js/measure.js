// Counts visits for the national measurement. No cookies, nothing stored, no names, no queries of
// addresses; with Do Not Track or Global Privacy Control it sends nothing. Calls are those of the
// government tracker, _govaq.push(["trackDVC", procedure, state]): docs/reference/collector.md
(function () {
  var d = document, n = navigator, w = window, tag = d.currentScript, told = tag ? tag.dataset : {};
  var silent = n.doNotTrack === "1" || n.globalPrivacyControl, to = told.url, site = told.site;
  var view, failures = 0, code = told.procedure, queue = w._govaq || [];

  function random() { return Math.random().toString(36).slice(2, 8); }

  // One person's or one case's part of an address never leaves the browser.
  function address(url) {
    return url.origin +
      url.pathname.replace(/[^/]*(\d{9}|-\d{6}-|[\da-f]{8}-[\da-f]{4}-|@|%40)[^/]*/gi, "*");
  }

  function send(fields) {
    if (silent || !to || !site) return;
    var all = { idsite: site, rec: 1, govaq: 1, send_image: 0, url: address(location), pv_id: view };
    var body = new URLSearchParams(all);
    body.set("rand", random());
    for (var name in fields) if (fields[name] > "" || fields[name] === 0) body.set(name, fields[name]);
    n.sendBeacon(to, body);
  }

  function fail(cause, status) {
    if (failures++ < 5) send({ cause: cause, status: status, procedure: code });
  }

  function click(event) {
    var a = event.target.closest("a[href^=h],a[href^='/']");
    if (!a || event.button > 1) return;
    if (a.hasAttribute("download") || /\.(pdf|docx?|xlsx?|zip|rar|csv|ics)$/i.test(a.pathname))
      send({ download: address(a) });
    else if (a.host !== location.host) send({ link: a.origin });
  }

  var calls = {
    setTrackerUrl: function (url) { to = url; },
    setSiteId: function (number) { site = number; },
    trackPageView: function () { view = random(); send({ procedure: code }); },
    trackDVC: function (procedure, state) { send({ dvc: procedure, state: state }); },
    trackEvent: function (c, a, name, v) { send({ e_c: c, e_a: a, e_n: name, e_v: v, ca: 1 }); },
    trackSiteSearch: function (words, kind, count) { send({ search: 1, search_count: count }); },
    trackStep: function (number, name, of) { send({ step: number, step_name: name, procedure: of }); },
    trackFailure: fail,
    trackAnswer: function (question, answer, score) {
      send({ answer: question + ":" + answer, score: score, procedure: code });
    },
    enableLinkTracking: function () {
      d.addEventListener("click", click, true);
      d.addEventListener("auxclick", click, true);
    }
  };

  function call(list) { if (calls[list[0]]) calls[list[0]].apply(0, [].slice.call(list, 1)); }

  // That something broke is counted; what it said is not looked at.
  w.addEventListener("error", function (event) { fail(event.target === w ? "portal" : "network"); }, true);
  w.addEventListener("unhandledrejection", function () { fail("portal"); });
  w.addEventListener("online", function () { fail("network"); });

  if (told.site) queue = [["trackPageView"], ["enableLinkTracking"],
    told.step && ["trackStep", told.step, told.stepName, code],
    told.dvc && ["trackDVC", told.dvc, told.state],
    told.found && ["trackSiteSearch", "", "", told.found],
    told.cause && ["trackFailure", told.cause, told.status]].filter(Boolean).concat(queue);
  [/^set/, /^(?!set)/].forEach(function (which) {
    queue.forEach(function (list) { if (which.test(list[0])) call(list); });
  });
  w._govaq = { push: function () { [].forEach.call(arguments, call); } };
})();
