// What a page holds for somebody who looks for a way: links, fields, headings. Changes nothing.
() => {
  // Fields and pictures may be named like the browser's own functions and hide them.
  const E = Element.prototype;
  const attr = (e, name) => E.getAttribute.call(e, name) || '';
  const find = (e, selector) => E.querySelector.call(e, selector);
  const LINKS = 3000, HEADINGS = 250, CHECKED = 60000;
  const tidy = (text, most) => (text || '').replace(/\s+/g, ' ').trim().slice(0, most);
  const within = (e) => {
    if (e.localName.includes('-')) return e.shadowRoot;
    try {
      return e.localName === 'iframe' || e.localName === 'frame' ? e.contentDocument : null;
    } catch {
      return null;  // a frame of another site
    }
  };
  const every = (root, selector) => root.nodeType === 9
    ? Document.prototype.querySelectorAll.call(root, selector)
    : DocumentFragment.prototype.querySelectorAll.call(root, selector);
  const roots = [document];
  for (let i = 0; i < roots.length && roots.length < 50; i++)
    for (const e of [...every(roots[i], '*')].slice(0, CHECKED)) {
      const root = within(e);
      if (root) roots.push(root);
    }
  const all = (selector) => roots.flatMap((root) => [...every(root, selector)]);

  const called = (e) =>
    tidy(e.textContent, 160) || tidy(attr(e, 'aria-label'), 160) ||
    tidy(attr(e, 'title'), 160) || tidy(find(e, 'img[alt]')?.alt, 160);
  const part = (e) => {
    const at = E.closest.call(e, 'nav, header, footer, main, aside, [role=navigation], [role=banner]');
    if (!at) return '';
    return at.matches('nav, [role=navigation]') ? 'nav' : at.localName;
  };
  // `window.open('/x')`, `location.href = "x.html?id=1"`, `javascript:go('/x')`.
  const QUOTED = /['"]((?:https?:\/\/|\.{0,2}\/)[^'"\s<>]+|[\w\-/.]+\.(?:html?|php|aspx?|jsp|do|jsf)(?:\?[^'"\s<>]*)?)['"]/i;
  const target = (e) => {
    const href = attr(e, 'href');
    if (href && !/^\s*(javascript:|#$)/i.test(href)) return href;
    for (const name of ['data-href', 'data-url', 'data-link', 'routerlink'])
      if (attr(e, name)) return attr(e, name);
    const found = QUOTED.exec(`${attr(e, 'onclick')} ${href}`);
    return found ? found[1] : '';
  };
  const links = [];
  for (const e of all('a, area[href], [onclick], [data-href], [routerlink]')) {
    if (links.length >= LINKS) break;
    const href = target(e);
    if (href) links.push({ href: href.slice(0, 2100), text: called(e), part: part(e), base: e.baseURI });
  }

  const kinds = { text: 0, password: 0, file: 0, area: 0, choice: 0 };
  const labels = [];
  for (const e of all('input, select, textarea').slice(0, 500)) {
    const type = (attr(e, 'type') || e.localName).toLowerCase();
    if (['hidden', 'submit', 'button', 'reset', 'image'].includes(type)) continue;
    const kind = { password: 'password', file: 'file', textarea: 'area', select: 'choice',
      radio: 'choice', checkbox: 'choice' }[type] || 'text';
    kinds[kind] += 1;
    if (labels.length < 100)
      labels.push(tidy(`${e.labels?.[0]?.textContent || ''} ${attr(e, 'placeholder')} ` +
        `${attr(e, 'aria-label')} ${attr(e, 'name')}`, 120));
  }
  const searches = [];
  for (const form of all('form').slice(0, 50)) {
    if ((attr(form, 'method') || 'get').toLowerCase() !== 'get') continue;
    const field = find(form, 'input[type=search], input[type=text], input:not([type])');
    const name = field ? attr(field, 'name') : '';
    const searching = E.closest.call(form, '[role=search], search') ||
      (field && attr(field, 'type') === 'search') ||
      /^(q|s|keyword|tukhoa|tu_khoa|search|key)$/i.test(name);
    if (name && searching)
      searches.push({ action: tidy(attr(form, 'action'), 2100), name: tidy(name, 80),
        base: form.baseURI });
  }
  const body = Object.getOwnPropertyDescriptor(Document.prototype, 'body').get;
  const says = (root) => {
    const whole = root.nodeType === 9 ? body.call(root) : root;
    return /\S/.test((whole && (whole.innerText ?? whole.textContent)) || '');
  };
  const drawn = (e) => {
    const box = E.getBoundingClientRect.call(e);
    return box.width * box.height > 100;
  };
  const bare = !roots.some(says) && !all('img, svg, canvas, video, audio, object, embed, iframe, '
    + 'frame, input, select, textarea, button').some(drawn);
  return {
    bare, title: tidy(all('title')[0]?.textContent, 200),
    heading: tidy(all('h1')[0]?.textContent, 200),
    links, fields: kinds, labels, searches: searches.slice(0, 3),
    headings: all('h1, h2, h3, h4, h5, th, dt, legend, summary, [role=tab], [role=heading], strong, b')
      .slice(0, HEADINGS).map((e) => tidy(e.textContent, 80)).filter(Boolean),
  };
}
