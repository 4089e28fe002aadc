// What a page says and where: links, buttons, headings, forms, pictures, scripts. Changes nothing.
(most) => {
  const own = (e, name) => Element.prototype.getAttribute.call(e, name) || "";
  const tidy = (words, length) => String(words || "").replace(/\s+/g, " ").trim().slice(0, length);
  const words = (e, length = 200) => tidy(e.textContent, length);
  const all = (selector, limit = most, root = document) => {
    const found = [];
    for (const e of root.querySelectorAll(selector)) {
      if (found.length >= limit) break;
      found.push(e);
    }
    return found;
  };
  // A form may hide what every element has behind its fields' names: such a one is passed over.
  const each = (list, make) => list.flatMap((e) => { try { return [make(e)]; } catch { return []; } });
  const shown = (e) => {
    if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = e.getBoundingClientRect();
    return box.right > 0 && box.bottom + scrollY > 0 && box.width > 0;
  };

  function path(e) {
    const parts = [];
    for (let at = e; at && at !== document.documentElement && parts.length < 7; at = at.parentElement) {
      const id = own(at, "id");
      if (id && /^[A-Za-z][\w-]*$/.test(id)) return [`#${id}`, ...parts].join(" > ");
      const kind = at.localName;
      let place = 1;
      for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
        if (before.localName === kind) place += 1;
      parts.unshift(`${CSS.escape(kind)}:nth-of-type(${place})`);
    }
    return parts.join(" > ");
  }

  function region(e) {
    const around = e.closest("nav,[role=navigation],header,[role=banner],footer,[role=contentinfo],"
      + "article,[role=article],main,[role=main],aside");
    if (!around) return "";
    const role = own(around, "role");
    const roles = { navigation: "nav", banner: "header", contentinfo: "footer" };
    return roles[role] || (role === "main" || role === "article" ? role : around.localName);
  }

  function name(e) {
    const told = own(e, "aria-label") || words(e);
    if (told) return tidy(told, 200);
    const inside = e.querySelector("img[alt],svg title");
    return tidy((inside && (own(inside, "alt") || inside.textContent)) || own(e, "title")
      || own(e, "value") || own(e, "alt"), 200);
  }

  function item(what, e, more = {}) {
    const box = e.getBoundingClientRect();
    return {
      what, text: name(e), region: region(e), seen: shown(e), selector: path(e),
      snippet: tidy(e.cloneNode(false).outerHTML, 200), target: "", level: 0, value: "",
      box: [box.left + scrollX, box.top + scrollY, box.width, box.height].map(Math.round), ...more,
    };
  }

  const absolute = (address) => {
    try { return new URL(address, document.baseURI).href.slice(0, 600); } catch { return ""; }
  };

  function label(field) {
    const id = own(field, "id");
    const by = own(field, "aria-labelledby").split(/\s+/).filter(Boolean)
      .map((one) => document.getElementById(one)).filter(Boolean);
    const tied = id ? document.querySelector(`label[for="${CSS.escape(id)}"]`) : null;
    const around = field.closest("label");
    return tidy(own(field, "aria-label") || by.map((one) => words(one)).join(" ")
      || (tied && words(tied)) || (around && words(around)) || own(field, "title"), 200);
  }

  function field(e) {
    const described = own(e, "aria-describedby").split(/\s+/).filter(Boolean)
      .map((one) => document.getElementById(one)).filter(Boolean).map((one) => words(one)).join(" ");
    const kind = e.localName === "input" ? (own(e, "type") || "text").toLowerCase() : e.localName;
    return {
      kind, name: own(e, "name"), id: own(e, "id"), label: label(e),
      placeholder: tidy(own(e, "placeholder"), 200), hint: tidy(described, 300),
      pattern: own(e, "pattern").slice(0, 200), selector: path(e), seen: shown(e),
      value: kind === "hidden" ? own(e, "value").slice(0, 200)
        : kind === "select" ? String((e.options && e.options[e.selectedIndex] || {}).value || "").slice(0, 200)
        : (kind === "checkbox" || kind === "radio") && e.hasAttribute("checked") ? own(e, "value").slice(0, 200) : "",
      required: e.hasAttribute("required") || own(e, "aria-required") === "true",
    };
  }

  const FIELDS = "input:not([type=button]):not([type=submit]):not([type=image]):not([type=reset]),select,textarea";
  const BUTTONS = "button,input[type=submit],input[type=button],input[type=image],[role=button]";

  function form(e, inside) {
    const near = e.querySelector("legend,h1,h2,h3,h4");
    return item("form", e, {
      text: tidy(own(e, "aria-label") || (near && words(near)), 200),
      target: own(e, "action") ? absolute(own(e, "action")) : "", method: (own(e, "method") || "get").toLowerCase(),
      role: own(e, "role"), fields: inside.map(field), captcha: captcha(e),
      buttons: all(BUTTONS, 20, e).map(name), said: words(e, 1500),
    });
  }

  function captcha(root) {
    const found = root.querySelector("[class*=captcha i],[id*=captcha i],[name*=captcha i],img[src*=captcha i],"
      + "iframe[src*=captcha i],iframe[src*=turnstile i]");
    if (!found) return "";
    const spoken = root.querySelector("audio,[class*=captcha i] [aria-label*='nghe' i],a[href*=audio i],"
      + "button[aria-label*='nghe' i],button[title*='nghe' i],iframe[src*=recaptcha i],iframe[src*=hcaptcha i],"
      + "iframe[src*=turnstile i]");
    return spoken || /(nghe mã|đọc mã|audio)/i.test(root.textContent.slice(0, 5000)) ? "spoken" : "silent";
  }

  function headingItem(e) {
    const level = Number(e.localName[1]) || Number(own(e, "aria-level")) || 2;
    let beside = "";
    for (let next = e.nextElementSibling; next && beside.length < 400; next = next.nextElementSibling) {
      if (/^h[1-6]$/.test(next.localName) && Number(next.localName[1]) <= level) break;
      beside += ` ${words(next, 400)}`;
    }
    return item("heading", e, { level, value: tidy(beside, 400) });
  }

  function beside(e) {
    const at = e.matches("strong,b") ? e.parentElement : e;
    if (e.matches("strong,b")) return words(at, 400).slice(words(e, 400).length);
    if (e.matches("summary")) return words(e.parentElement, 600).slice(words(e, 600).length);
    if (e.matches("[role=tab]")) {
      const tabbed = document.getElementById(own(e, "aria-controls") || own(e, "href").replace(/^#/, ""));
      return tabbed ? words(tabbed, 400) : "";
    }
    const column = e.matches("th") && e.closest("thead");
    if (column) {
      const place = [...e.parentElement.children].indexOf(e);
      const row = e.closest("table").querySelector("tbody tr");
      const cell = row && row.children[place];
      return cell ? words(cell, 400) : "";
    }
    return e.nextElementSibling ? words(e.nextElementSibling, 400) : "";
  }

  function scriptItem(e) {
    return {
      what: "script", target: own(e, "src") ? absolute(own(e, "src")) : "", selector: path(e),
      snippet: tidy(e.cloneNode(false).outerHTML, 300),
      text: /_govaq|_paq|trackDVC|setSiteId|history\.(forward|go|pushState)|onpopstate|f1\.tag/.test(e.textContent)
        ? e.textContent.slice(0, 6000) : "",
      value: own(e, "data-site") && own(e, "data-url") ? `${own(e, "data-url")} ${own(e, "data-site")}` : "",
    };
  }

  function prints() {
    let closed = false;
    const rules = (list, depth) => {
      for (const rule of [...list].slice(0, 3000)) {
        if (rule.media && /print/.test(rule.media.mediaText)) return true;
        if (rule.cssRules && depth < 3 && rule.constructor.name !== "CSSStyleRule" && rules(rule.cssRules, depth + 1)) return true;
        if (rule.styleSheet && sheet(rule.styleSheet, depth + 1)) return true;
      }
      return false;
    };
    const sheet = (one, depth = 0) => {
      if (one.media && /print/.test(one.media.mediaText)) return true;
      try { return rules(one.cssRules, depth); } catch { closed = true; return false; }
    };
    return [...document.styleSheets].some((one) => sheet(one)) ? "yes" : closed ? "closed" : "no";
  }

  // The flag i of a CSS selector knows no Đ; that of a regular expression does.
  const CRUMBS = /crumb|đường dẫn|vị trí|bạn đang ở/iu;
  const forms = all("form", 20);
  const loose = all(FIELDS, 60).filter((e) => !e.closest("form"));
  const main = document.querySelector("main,[role=main],#noi-dung,#content,#main,.main-content") || document.body;
  const meta = (key) => {
    const found = document.querySelector(`meta[name="${key}" i],meta[property="${key}" i]`);
    return found ? tidy(own(found, "content"), 400) : "";
  };
  const media = each(all("video,audio,iframe,embed,object", 40), (e) => item(e.localName, e, {
    target: absolute(own(e, "src") || own(e, "data") || own(e.querySelector("source") || e, "src") || own(e, "data-src")),
    text: tidy(own(e, "title") || own(e, "aria-label"), 200), value: e.querySelector("track") ? "captions" : "",
  }));
  const missing = all("a[href^='#']").filter((e) => {
    const id = own(e, "href").slice(1);
    if (!id || id === "top" || /^[!/]/.test(id)) return false;
    let plain = id;
    try { plain = decodeURIComponent(id); } catch { /* as it is written */ }
    return !document.getElementById(id) && !document.getElementById(plain) && !document.getElementsByName(id).length;
  });
  return {
    url: location.href, title: tidy(document.title, 300), lang: own(document.documentElement, "lang"),
    description: meta("description"), robots: meta("robots"),
    links: each(all("a[href],area[href]").filter((e) => !/^(javascript|data|#)/i.test(own(e, "href").trim())),
      (e) => item("link", e, { target: absolute(own(e, "href")), value: own(e, "hreflang") || own(e, "lang") })),
    count: document.links.length,
    buttons: each(all(`${BUTTONS},a[href^='javascript' i],a[href='#'],a[role=button],[role=menuitem]`, 150), (e) => item("button", e)),
    headings: each(all("h1,h2,h3,h4,[role=heading]", 150), headingItem),
    labels: each(all("dt,th,strong,b,summary,caption,[role=tab],[data-toggle=tab],[data-bs-toggle=tab],td:first-child,label", 300)
      .filter((e) => e.textContent.length < 400 && !(e.localName === "label" && e.control)),
      (e) => item("label", e, { text: words(e), value: tidy(beside(e), 400) })),
    forms: [
      ...each(forms, (e) => form(e, all(FIELDS, 60, e))),
      ...(loose.length ? [{ ...form(document.body, loose), what: "loose", method: "", target: "", said: "", text: "",
        selector: path(loose[0]), snippet: tidy(loose[0].cloneNode(false).outerHTML, 200) }] : []),
    ],
    images: each(all("img,svg[role=img],[role=img]", 150), (e) => item("image", e, {
      text: tidy(own(e, "alt") || own(e, "aria-label"), 200), target: absolute(own(e, "src") || own(e, "data-src")),
    })),
    media, missing: each(missing.slice(0, 50), (e) => item("link", e, { target: own(e, "href") })),
    scripts: each(all("script", 120).filter((e) => !/json/.test(own(e, "type"))), scriptItem),
    linked: all("script[type*='ld+json' i]", 20).map((e) => e.textContent.slice(0, 20000)),
    kinds: all("[itemtype]", 20).map((e) => own(e, "itemtype").slice(0, 200)),
    crumbs: each(all("nav,[role=navigation],[class*=crumb i],[id*=crumb i],[itemtype*=BreadcrumbList],[aria-label*=crumb i]", 60)
      .filter((e) => CRUMBS.test(["aria-label", "class", "id", "itemtype"].map((one) => own(e, one)).join(" ")))
      .slice(0, 3), (e) => item("crumbs", e)),
    times: all("time,[itemprop=dateModified],[itemprop=datePublished]", 20).map((e) => tidy(own(e, "datetime") || words(e), 60)),
    steps: all("ol", 40, main).filter((e) => e.children.length >= 2 && words(e, 400).length > 40).length,
    acts: all("ol > li", 60, main).filter((e) => !e.querySelector("ol,ul")).map((e) => item("step", e)),
    print: prints(), text: String(main.innerText || "").slice(0, 30000), framed: main !== document.body,
    tail: String((document.querySelector("footer,[role=contentinfo],#footer,.footer") || { textContent: "" }).textContent)
      .replace(/\s+/g, " ").slice(0, 3000),
  };
}
