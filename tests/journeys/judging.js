// What a page is measured by, in the page itself; read by tests/journeys/judging.py.
(() => {
  const FOCUSABLE = 'a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex]';
  const name = (e) => `<${e.tagName.toLowerCase()}${e.id ? '#' + e.id : ''}${e.className && e.className.baseVal === undefined ? '.' + String(e.className).trim().replace(/\s+/g, '.') : ''}> “${(e.getAttribute('aria-label') || e.textContent || e.value || e.name || '').replace(/\s+/g, ' ').trim().slice(0, 50)}”`;
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;

  // One radio of a group is reached by Tab: the one chosen, else the first.
  const stands = (e) => {
    if (e.type !== 'radio') return true;
    const group = [...document.getElementsByName(e.name)].filter((one) => one.form === e.form && !one.matches(':disabled'));
    return (group.find((one) => one.checked) || group[0]) === e;
  };
  const focusable = () => [...document.querySelectorAll(FOCUSABLE)].filter(
    (e) => !e.matches(':disabled') && e.tabIndex >= 0 && e.type !== 'hidden' && !e.closest('[inert]') && shown(e) && stands(e));

  // How something and what stands for it looks; different with the focus, or the focus is not seen.
  const look = (e) => {
    const parts = [[e], [e, '::after'], [e, '::before']];
    const beside = e.nextElementSibling;
    if (e.matches('.choice__box') && beside) parts.push([beside], [beside, '::before']);
    return parts.map(([one, pseudo]) => {
      const s = getComputedStyle(one, pseudo);
      return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.borderWidth].join();
    }).join('|');
  };

  const watch = () => {
    document.body.tabIndex = -1; // Tab begins at the top, wherever the page was clicked before
    document.body.focus();
    document.body.removeAttribute('tabindex');
    const all = focusable();
    const before = new Map(all.map((e) => [e, look(e)]));
    const log = [];
    document.addEventListener('focusin', (event) => log.push([event.target, look(event.target)]), true);
    window.judging.walked = { all, before, log };
    return all.length;
  };
  const arrived = () => {
    const { all, log } = window.judging.walked;
    return !all.length || log.some(([e]) => e === all.at(-1));
  };
  const walk = () => {
    const { all, before, log } = window.judging.walked;
    const found = [], order = [], seen = new Set();
    for (const [e, now] of log) {
      if (seen.has(e)) continue;
      seen.add(e);
      if (!before.has(e)) continue; // a box that scrolls, or what only shows when reached
      order.push(e);
      if (before.get(e) === now) found.push(`focus is not seen: ${name(e)}`);
    }
    for (const e of all) if (!seen.has(e)) found.push(`Tab does not reach: ${name(e)}`);
    const expected = all.filter((e) => seen.has(e));
    const odd = order.findIndex((e, i) => e !== expected[i]);
    if (odd >= 0) found.push(`Tab leaves the order of the page at: ${name(order[odd])}`);
    return found;
  };

  // -------------------------------------------------------------- large letters
  const hiddenOnPurpose = (e) => e.closest('.visually-hidden, [aria-hidden="true"], svg, .skip')
    || getComputedStyle(e).clipPath !== 'none' || e.clientWidth <= 1 || e.clientHeight <= 1;
  const clipped = () => {
    const found = [];
    for (const e of document.querySelectorAll('body *')) {
      if (!shown(e) || hiddenOnPurpose(e) || !e.textContent.trim()) continue;
      const s = getComputedStyle(e);
      if (s.display === 'inline' || e.tagName === 'TEXTAREA' || e.tagName === 'SELECT') continue;
      const cut = (way) => ['hidden', 'clip'].includes(s[way]);
      const lines = s.webkitLineClamp !== 'none';
      const wide = e.scrollWidth > e.clientWidth + 2, high = e.scrollHeight > e.clientHeight + 2;
      if ((cut('overflowX') && wide) || (cut('overflowY') && high && !lines)) found.push(`text is cut off: ${name(e)}`);
      else if (wide && e.matches('button, .button, .tag, .chip, summary')) found.push(`text leaves its box: ${name(e)}`);
    }
    return found;
  };
  const overlapping = () => {
    const lines = [], found = new Set();
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const node = words.currentNode, e = node.parentElement;
      if (!node.data.trim() || !shown(e) || hiddenOnPurpose(e) || e.closest('.table-frame, option, select')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 2) lines.push({ e, box });
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    lines.forEach((a, i) => {
      for (let j = i + 1; j < lines.length && lines[j].box.top < a.box.bottom; j += 1) {
        const b = lines[j];
        if (a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e)) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
        if (across > 3 && down > 0.45 * Math.min(a.box.height, b.box.height)) found.add(`texts overlap: ${name(a.e)} and ${name(b.e)}`);
      }
    });
    return [...found];
  };
  const sideways = () => {
    const root = document.documentElement, room = root.clientWidth;
    if (root.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (e) => shown(e) && e.getBoundingClientRect().right > room + 1 && !e.closest('.table-frame'));
    return [`scrolls sideways, ${root.scrollWidth} of ${room} px: ${wide.slice(0, 4).map(name).join('; ')}`];
  };
  const enlarge = (times) => {
    const root = document.documentElement;
    root.style.fontSize = '';
    if (times > 1) root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * times}px`;
  };

  const frame = () => {
    const found = [], headings = [...document.querySelectorAll('h1')].filter(shown);
    if (headings.length !== 1) found.push(`${headings.length} h1`);
    else if (!headings[0].textContent.trim()) found.push('empty h1');
    if (!/^\S.+ – \S/.test(document.title)) found.push(`title “${document.title}”`);
    if (document.documentElement.lang !== 'vi') found.push(`lang “${document.documentElement.lang}”`);
    return found;
  };
  window.judging = { watch, arrived, walk, clipped, overlapping, sideways, enlarge, frame };
})();
