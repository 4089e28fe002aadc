// What a phone adds: the width of the screen, layers that stay, letters in fields, numbers to call.
(() => {
  const { all, attr, called, check, cut, faults, nothing, shown, sizable, squeeze, style } = motcua;

  const settings = () => {
    const said = all('meta[name=viewport i]').at(-1), found = {};
    for (const part of (attr(said ?? document.body, 'content') ?? '').split(/[,;]/)) {
      const [name, value] = part.split('=').map((one) => squeeze(one).toLowerCase());
      if (name) found[name] = value ?? '';
    }
    return { e: said, found };
  };
  check('viewport', () => {
    const told = faults(), { e, found } = settings();
    if (!e) told.add(document.head ?? document.documentElement, 'viewport-missing');
    else if (found.width !== 'device-width' && !('initial-scale' in found && !found.width)) told.add(e, 'viewport-fixed', { width: found.width || '' });
    return told.told({ value: !Object.keys(told.by).length });
  });
  check('zoom_locked', () => {
    const told = faults(), { e, found } = settings();
    const most = parseFloat(found['maximum-scale']);
    if (/^(no|0)$/.test(found['user-scalable'] ?? '')) told.add(e, 'zoom-forbidden', { said: 'user-scalable=no' });
    else if (most > 0 && most < 2) told.add(e, 'zoom-forbidden', { said: `maximum-scale=${most}` });
    return told.told({ value: Object.keys(told.by).length > 0 });
  });

  // Asked at each width; what is wider is counted however it came to be so.
  check('overflow', () => {
    const told = faults(), room = document.documentElement.clientWidth, width = document.documentElement.scrollWidth;
    for (const e of motcua.layout.tooWide().map(motcua.layout.culprit)) told.add(e, 'phone-wide', { room, width: Math.round(e.getBoundingClientRect().right + scrollX), name: called(e) });
    return told.told({ room, beyond: Math.max(0, width - room) });
  });
  check('phone.tables', () => {
    const told = faults(), found = all('table').filter((e) => sizable(e) && attr(e, 'role') !== 'presentation'), room = document.documentElement.clientWidth;
    for (const e of found) {
      const wide = Math.max(e.getBoundingClientRect().width, e.scrollWidth);
      if (wide <= room + 1) continue;
      let frame = e.parentElement, scrolls = false;
      for (; frame && frame !== document.body; frame = frame.parentElement) if (['auto', 'scroll'].includes(style(frame).overflowX)) { scrolls = true; break; }
      scrolls ||= ['auto', 'scroll'].includes(style(e).overflowX);
      if (!scrolls) told.add(e, 'table-fixed', { width: Math.round(wide), room });
    }
    return found.length ? told.told() : nothing;
  });
  check('hover_menus', () => {
    const told = faults();
    for (const { e, part } of motcua.hoverOnly()) told.add(e, 'phone-hover', { name: cut(e.textContent, 40), selector: cut(part, 60) });
    return told.told();
  });
  check('layers', () => {
    const told = faults(), whole = innerWidth * innerHeight, done = [];
    for (const e of all('body *')) {
      const s = style(e);
      if (s.position !== 'fixed' && s.position !== 'sticky' || s.pointerEvents === 'none' || !sizable(e) || done.some((one) => one.contains(e))) continue;
      if (s.position === 'sticky' && s.top === 'auto' && s.bottom === 'auto') continue;
      const b = e.getBoundingClientRect();
      const area = Math.max(0, Math.min(b.right, innerWidth) - Math.max(b.left, 0)) * Math.max(0, Math.min(b.bottom, innerHeight) - Math.max(b.top, 0));
      if (area <= whole / 3 || s.position === 'sticky' && b.height <= innerHeight / 3) continue;
      told.add(e, 'layer-large', { share: Math.round((100 * area) / whole), name: called(e) });
      done.push(e);
    }
    return told.told();
  });
  check('field_letters', () => {
    const told = faults(), found = all('input:not([type=hidden]):not([type=checkbox]):not([type=radio]):not([type=range]):not([type=color]):not([type=file]):not([type=submit]):not([type=button]):not([type=reset]):not([type=image]), select, textarea').filter(sizable);
    for (const e of found) {
      const size = parseFloat(style(e).fontSize);
      if (size < 15.95) told.add(e, 'field-letters-small', { size: Math.round(size * 10) / 10, name: called(e) });
    }
    return found.length ? told.told() : nothing;
  });
  const NUMBER = /(?:\+84|\b0|\b1[89]00)(?:[ .-]?\d){6,10}\b/;
  const CALL = /điện thoại|đường dây nóng|hotline|tổng đài|liên hệ|gọi|tel\b|phone|sđt|đt:/i;
  check('telephone', () => {
    const told = faults();
    let many = all('a[href^="tel:"]').length;
    for (const e of all('p, li, dd, td, span, div, address, strong, b, footer')) {
      const own = squeeze([...e.childNodes].filter((one) => one.nodeType === 3 || ['B', 'STRONG', 'SPAN', 'EM'].includes(one.nodeName)).map((one) => one.textContent).join(' '));
      if (own.length > 300 || !NUMBER.test(own) || !CALL.test(own) || e.closest('a, button, label, form, table') || !shown(e)) continue;
      if (e.querySelector('a[href^="tel:"], p, li, td, div') || all('*', e).some((one) => NUMBER.test(one.textContent) && CALL.test(one.textContent))) continue;
      many += 1;
      told.add(e, 'number-not-linked', { number: NUMBER.exec(own)[0] });
    }
    return many ? told.told() : nothing;
  });
})();
