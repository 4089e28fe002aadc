// What a page says about personal data, in one go. Values of storage are never taken along.
() => {
  const { place } = window.motcuaPlaces;
  const text = (one, most) => ((one && (one.innerText || one.textContent)) || "").trim().slice(0, most);
  const all = (what, root) => [...(root || document).querySelectorAll(what)];
  // What stands in the portal's own frames and in shadow trees is shown to everyone too.
  const within = [];
  for (const one of all("iframe, frame").slice(0, 20)) {
    try { if (one.contentDocument && one.contentDocument.body) within.push(one.contentDocument.body); } catch { /* another site's */ }
  }
  for (const one of all("*").slice(0, 20000)) if (one.shadowRoot) within.push(one.shadowRoot);
  const everywhere = [document, ...within].slice(0, 60);

  const label = (one) => {
    const by = (one.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)
      .map((id) => text(document.getElementById(id), 100)).join(" ");
    return by || one.getAttribute("aria-label") || [...(one.labels || [])].map((l) => text(l, 160)).join(" ") || "";
  };
  const TYPED = ["text", "tel", "email", "number", "date", "search", "url", ""];
  const forms = all("form").slice(0, 60).map((form) => {
    const fields = [...form.elements].filter((one) => one.localName === "textarea" || one.localName === "select"
      || (one.localName === "input" && TYPED.includes(one.getAttribute("type") || "")));
    const boxes = [...form.elements].filter((one) => one.type === "checkbox");
    const around = [form.previousElementSibling, form.nextElementSibling].map((one) => text(one, 500)).join("\n");
    return place(form, {
      method: (form.getAttribute("method") || "get").toLowerCase(),
      role: form.getAttribute("role") || "",
      secret: [...form.elements].some((one) => one.type === "password"),
      text: text(form, 6000) + "\n" + around,
      links: all("a[href]", form.parentElement || form).slice(0, 60).map((one) => [text(one, 120), one.getAttribute("href") || ""]),
      fields: fields.slice(0, 120).map((one) => place(one, {
        label: label(one) || one.getAttribute("placeholder") || one.title || "",
        name: one.name || one.id || "",
        type: one.getAttribute("type") || "",
        fill: (one.getAttribute("autocomplete") || "").toLowerCase(),
      })),
      boxes: boxes.slice(0, 60).map((one) => place(one, {
        label: label(one) || text(one.parentElement, 300),
        ticked: one.defaultChecked,
      })),
    });
  });
  const loose = all("input[type=checkbox]").filter((one) => !one.form).slice(0, 60).map((one) => place(one, {
    label: label(one) || text(one.parentElement, 300), ticked: one.defaultChecked,
  }));
  const banners = [];
  for (const one of all("[role=dialog], [role=alertdialog], [class*=cookie i], [id*=cookie i], [class*=consent i], [id*=consent i]").slice(0, 60)) {
    const said = text(one, 1500);
    if (!/cookie|dữ liệu|đồng ý/i.test(said) || one.closest("form")) continue;
    const box = one.getBoundingClientRect();
    const buttons = all("button, a[role=button], input[type=button], input[type=submit], a.btn, a.button", one).map((b) => text(b, 80) || b.value || "");
    if (buttons.length && box.width && box.height) banners.push(place(one, { buttons: buttons.slice(0, 20) }));
  }
  const tables = everywhere.flatMap((root) => all("table", root)).slice(0, 40).map((table) => {
    const rows = [...table.rows].slice(0, 400);
    const headed = rows.find((row) => row.querySelector("th"));
    const cells = (row) => [...row.cells].slice(0, 20).map((cell) => text(cell, 120));
    return place(table, {
      headers: headed ? cells(headed) : [],
      rows: rows.filter((row) => row !== headed).map(cells),
    });
  }).filter((one) => one.headers.length);
  const stored = [];
  for (const [where, store] of [["localStorage", () => localStorage], ["sessionStorage", () => sessionStorage]]) {
    try {
      for (const key of Object.keys(store()).sort().slice(0, 200)) {
        const value = String(store().getItem(key));
        const bare = value.replace(/^"|"$/g, "");
        const random = /^[\w.-]{16,}$/.test(bare) && /\d/.test(bare) && /[a-z]/i.test(bare);
        stored.push({ where, key: key.slice(0, 100), length: value.length, random });
      }
    } catch { /* storage is refused: nothing is stored */ }
  }
  const inline = all("script:not([src])").map((one) => one.textContent);
  const prints = inline.filter((code) => /Fingerprint(?:JS|2)|ClientJS|getFingerprint|murmurhash3|toDataURL\([\s\S]{0,600}(?:hash|md5|sha|digest)/i.test(code)).length;
  const main = document.querySelector("main, [role=main], article, #content, .content") || document.body;
  return {
    links: all("a[href]").slice(0, 1500).map((one) => ({ text: (one.textContent || one.getAttribute("aria-label") || "").trim().slice(0, 120), href: one.href, selector: "", snippet: "" })),
    forms, loose, banners: banners.slice(0, 10), tables, stored, prints,
    scripts: all("script[src]").slice(0, 200).map((one) => one.src),
    text: [document.body, ...within].map((one) => text(one, 200000)).join("\n").slice(0, 400000),
    main: text(main, 60000),
    title: document.title.slice(0, 200),
    headings: all("h1, h2, h3, h4, h5, h6", main).length,
    files: all("a[href], embed[src], object[data], iframe[src]", main).map((one) => one.href || one.src || one.data || "")
      .filter((url) => typeof url === "string" && /\.(?:pdf|docx?|png|jpe?g|tiff?)(?:[?#]|$)/i.test(url)).slice(0, 20),
    pictures: all("img", main).filter((one) => one.naturalWidth > 400 && one.naturalHeight > 500).length,
  };
}
