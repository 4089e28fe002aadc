// What a page's markup says about security, in one go. Returns plain lists, each cut short.
(limit) => {
  const MOST = limit || 40;
  const { place, selector } = window.motcuaPlaces;
  const all = (what) => [...document.querySelectorAll(what)];
  const some = (list) => ({ count: list.length, first: list.slice(0, MOST) });

  const forms = all("form").slice(0, 200).map((form) => {
    const fields = [...form.elements];
    const override = fields.find((one) => one.hasAttribute("formaction"));
    return place(form, {
      action: form.hasAttribute("action") ? new URL(form.getAttribute("action") || "", document.baseURI).href : "",
      other: override ? override.formAction : "",
      method: (form.getAttribute("method") || "get").toLowerCase(),
      secret: fields.some((one) => one.type === "password"),
    });
  });
  const passwords = all("input[type=password]").map((one) => place(one, {
    token: (one.getAttribute("autocomplete") || "").toLowerCase(),
    nopaste: /return\s+false|preventDefault/.test(one.getAttribute("onpaste") || ""),
  }));
  const handlers = [];
  const scripts = [];
  for (const one of all("*").slice(0, 20000)) {
    const name = one.getAttributeNames().find((attribute) => /^on[a-z]{3,}$/.test(attribute));
    if (name) handlers.push(place(one, { why: name }));
    if (one.localName === "a" && /^\s*javascript:(?!\s*(?:void\s*\(?\s*0?\s*\)?|;|)\s*;?\s*$)/i.test(one.getAttribute("href") || "")) {
      handlers.push(place(one, { why: "javascript:" }));
    }
    if (one.localName === "script" && !one.src && !one.nonce && one.textContent.trim()) {
      const type = (one.type || "").toLowerCase();
      if (type === "" || type === "module" || /javascript/.test(type)) {
        scripts.push({ selector: selector(one), snippet: "<script>" + one.textContent.trim().slice(0, 80) });
      }
    }
  }
  const loaded = all("script[src], link[rel~=stylesheet][href], link[rel~=modulepreload][href]").map((one) => place(one, {
    url: one.src || one.href,
    kind: one.localName === "script" ? "script" : "style",
    integrity: one.getAttribute("integrity") || "",
  }));
  const plain = all("img, script, iframe, link[rel~=stylesheet], video, audio, source, embed, object")
    .map((one) => [one, one.src || one.href || one.data || ""])
    .filter(([, url]) => typeof url === "string" && url.startsWith("http:"))
    .map(([one, url]) => place(one, { url }));
  const sessions = all("a[href], form[action], iframe[src]")
    .map((one) => [one, one.getAttribute("href") || one.getAttribute("action") || one.getAttribute("src") || ""])
    .filter(([, url]) => /;jsessionid=\w{6,}|[?&;](?:jsessionid|phpsessid|aspsessionid\w*|sid|sessionid|session_id|access_token)=[\w.-]{8,}/i.test(url))
    .map(([one, url]) => ({ selector: selector(one), snippet: "<" + one.localName + ">", url }));
  const meta = all("meta[http-equiv]").map((one) => [one.httpEquiv.toLowerCase(), one.content.slice(0, 4000)]);
  const referrer = document.querySelector("meta[name=referrer]");
  const generator = document.querySelector("meta[name=generator]");
  return {
    url: location.href,
    forms: some(forms), passwords: some(passwords), handlers: some(handlers), scripts: some(scripts),
    loaded: some(loaded), plain: some(plain), sessions: some(sessions), meta: meta.slice(0, 20),
    referrer: referrer ? referrer.content.slice(0, 100) : "",
    generator: generator ? generator.content.slice(0, 100) : "",
  };
}
