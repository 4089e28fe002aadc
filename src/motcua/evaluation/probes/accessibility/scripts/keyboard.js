// The way of the Tab key. Python presses in a few stretches of the page; before each press what has the
// focus is noted. How the focus looks is seen by giving it to every stop in turn, which draws nothing.
(() => {
  const { all, attr, called, check, colour, content, contrast, cut, faults, ground, nothing, shown, sizable, squeeze, style } = motcua;
  const NATIVE = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable=""], [contenteditable=true]';
  const FOCUSABLE = `${NATIVE}, [tabindex]`;
  const WIDGET = '[role=button], [role=link], [role=checkbox], [role=switch], [role=combobox], [role=slider], [role=spinbutton], [role=searchbox], [role=textbox]';
  const COMPOSITE = '[role=tablist], [role=menu], [role=menubar], [role=listbox], [role=radiogroup], [role=tree], [role=grid], [role=toolbar], [role=combobox], [aria-activedescendant]';
  const enabled = (e) => !e.matches(':disabled') && attr(e, 'aria-disabled') !== 'true' && !e.closest('[inert]');

  // One radio of a group is reached by Tab: the one chosen, else the first.
  const stands = (e) => {
    if (e.type !== 'radio' || !attr(e, 'name')) return true;
    const group = all('input[type=radio]').filter((one) => one.name === e.name && one.form === e.form && enabled(one) && shown(one));
    return (group.find((one) => one.checked) ?? group[0]) === e;
  };
  const stop = (e) => e.tabIndex >= 0 && enabled(e) && e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0
    && !(e.localName === 'summary' && e.parentElement?.querySelector('summary') !== e) && stands(e);
  const expected = () => {
    const found = all(FOCUSABLE).filter(stop);
    const ahead = found.filter((e) => e.tabIndex > 0).sort((a, b) => a.tabIndex - b.tabIndex);
    return [...ahead, ...found.filter((e) => e.tabIndex === 0)];
  };
  const active = () => {
    let e = document.activeElement;
    while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
    return e && e !== document.body && e !== document.documentElement ? e : null;
  };

  // Dates and players have several stops inside; Tab stays with them for a while.
  const INNER = 'input[type=date], input[type=time], input[type=month], input[type=week], input[type=datetime-local], audio, video, iframe, object, embed';

  // ------------------------------------------------------------ how it looks
  const LOOKS = ['boxShadow', 'borderTopColor', 'borderBottomColor', 'borderLeftColor', 'borderTopWidth', 'borderBottomWidth', 'borderBottomStyle',
    'backgroundColor', 'backgroundImage', 'textDecorationLine', 'textDecorationColor', 'color', 'opacity', 'filter', 'transform', 'fontWeight', 'fill', 'stroke'];
  const ring = (s, e) => {
    if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) === 0) return 'none';
    const paint = colour(s.outlineColor), behind = s.outlineStyle !== 'auto' && e.parentElement && ground(e.parentElement);
    if (paint[3] < 0.1) return 'none';
    if (behind && paint[3] === 1 && parseFloat(s.outlineOffset) >= 0 && contrast(paint, behind) < 1.15) return 'none';
    return `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}`;
  };
  const look = (e) => {
    const parts = [[e], [e, '::before'], [e, '::after']];
    for (const one of [e.parentElement, e.nextElementSibling, e.labels?.[0], e.firstElementChild]) if (one) parts.push([one]);
    if (e.matches('input') && e.nextElementSibling) parts.push([e.nextElementSibling, '::before'], [e.nextElementSibling, '::after']);
    const seen = parts.map(([one, pseudo]) => {
      const s = style(one, pseudo);
      return [ring(s, one), ...LOOKS.map((name) => s[name])].join();
    });
    return [...seen, sizable(e)].join('|');
  };
  const settle = () => {
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  };

  // ------------------------------------------------------------ where it is
  const fixed = (e) => {
    for (let one = e; one && one !== document.body; one = one.parentElement) if (['fixed', 'sticky'].includes(style(one).position)) return one;
    return null;
  };
  const coverOf = (e, b) => {
    const left = Math.max(b.left, 0), right = Math.min(b.right, innerWidth), top = Math.max(b.top, 0), bottom = Math.min(b.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return null;
    let cover = null;
    for (const [x, y] of [[0.5, 0.5], [0.1, 0.15], [0.9, 0.15], [0.1, 0.85], [0.9, 0.85]]) {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      if (!hit || hit === e || e.contains(hit) || hit.contains(e) || e.getRootNode() instanceof ShadowRoot) return null;
      if ([...(e.labels ?? [])].some((one) => one.contains(hit))) return null;
      cover = fixed(hit);
      if (!cover || cover.contains(e)) return null;
    }
    return cover;
  };
  const unseen = (e, b) => {
    if (e.matches('input[type=checkbox], input[type=radio], input[type=file]') && e.labels?.length) return false;
    if (e.matches('iframe')) return false;
    return b.width <= 1 || b.height <= 1 || b.right <= 0 || b.bottom <= 0 || b.left >= innerWidth || b.top >= innerHeight || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  let walk = null;
  const note = () => {
    const e = active();
    walk.steps.push(e);
    if (!e || walk.met.has(e)) return;
    const b = e.getBoundingClientRect();
    walk.met.set(e, { unseen: unseen(e, b), fixed: Boolean(fixed(e)), box: { left: b.left + scrollX, right: b.right + scrollX, top: b.top + scrollY, bottom: b.bottom + scrollY } });
  };
  const atTop = () => {
    document.body.tabIndex = -1; // Tab begins at the top, wherever the focus was before
    document.body.focus({ preventScroll: true });
    document.body.removeAttribute('tabindex');
    document.activeElement?.blur?.();
    scrollTo(0, 0);
  };
  const onKey = (event) => { if (walk && !walk.over && event.key === 'Tab') note(); };
  const onLeaving = (event) => {
    if (walk && !event.destination.sameDocument && !event.hashChange) walk.left.push({ e: active(), to: event.destination.url });
  };
  const MOST_LOOKED = 150;

  // ------------------------------------------------------------ the link that jumps over the head
  const JUMP = /nội dung|bỏ qua|chuyển (đến|tới)|đi (đến|tới)|skip|main|content/i;
  const goal = (e) => {
    const to = e?.matches?.('a[href^="#"]') ? decodeURIComponent(attr(e, 'href').slice(1)) : '';
    return to && (document.getElementById(to) ?? document.getElementsByName(to)[0]) || null;
  };
  const isJump = (e) => Boolean(e?.matches?.('a[href*="#"]') && JUMP.test(`${content(e)} ${attr(e, 'href')}`) && /#./.test(attr(e, 'href')) && new URL(e.href).pathname === location.pathname);
  // Where presses begin, and how many: the whole page where it is short, else its head, its main part, its end.
  const stretches = (list, most) => {
    const needed = list.length + 2 + 4 * list.filter((e) => e.matches(INNER)).length;
    if (needed <= most) return [{ from: 0, presses: Math.max(needed, 12) }];
    const main = document.querySelector('main, [role=main], h1');
    const inner = main ? list.findIndex((e) => main.contains(e) || main.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) : -1;
    const head = Math.round(most * 0.3), end = Math.round(most * 0.25), middle = most - head - end;
    const at = Math.min(Math.max(inner, head), list.length - end);
    return [{ from: 0, presses: head }, { from: at, presses: middle }, { from: Math.max(at, list.length - end + 2), presses: end }];
  };
  check('keyboard.watch', () => {
    removeEventListener('keydown', onKey, true);
    addEventListener('keydown', onKey, true);
    navigation.removeEventListener('navigate', onLeaving);
    navigation.addEventListener('navigate', onLeaving);
    for (const one of [document.documentElement, document.body]) one.style.setProperty('scroll-behavior', 'auto', 'important');
    const list = expected(), jump = list.slice(0, 3).find(isJump);
    const main = document.querySelector('main, [role=main], h1');
    const before = main ? list.filter((e) => e.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING && !main.contains(e)).length : 0;
    walk = { steps: [], met: new Map(), list, jump, before, looks: new Map(), starts: new Set(), left: [] };
    atTop();
    if (goal(jump)) {
      jump.focus();
      settle();
      walk.jumpSeen = !unseen(jump, jump.getBoundingClientRect());
      jump.click();
    }
    return { stops: list.length, jumped: Boolean(goal(jump)), stretches: stretches(list, motcua.given.most) };
  });
  check('skip_link', () => {
    const told = faults(), { jump, before } = walk, here = active(), to = goal(jump);
    atTop();
    walk.met.clear();
    walk.steps = [];
    if (!jump) {
      if (before < 10) return nothing;
      told.add(document.body, 'skip-none', { many: before });
      return told.told({ value: false });
    }
    const href = attr(jump, 'href');
    if (!to) told.add(jump, 'skip-nowhere', { href });
    else {
      const beyond = here && (to === here || to.contains(here) || to.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (here && !beyond) told.add(jump, 'skip-still', { href });
      if (!walk.jumpSeen) told.add(jump, 'skip-unseen', { href });
    }
    return told.told({ value: !Object.keys(told.by).length });
  });
  check('keyboard.from', () => {
    const e = walk.list[motcua.given.from];
    walk.steps.push('begin');
    walk.starts.add(e);
    e?.focus();
    return { on: active() === e };
  });

  // ------------------------------------------------------------ what the walk showed
  const trapped = () => {
    walk.held ??= { found: findTrap() };
    return walk.held.found;
  };
  const findTrap = () => {
    const { steps, list } = walk, begins = steps.map((one, i) => (one === 'begin' ? i : -1)).filter((i) => i >= 0);
    for (const [from, to] of [0, ...begins].map((at, i, every) => [at + (i ? 1 : 0), every[i + 1] ?? steps.length])) {
      const tail = steps.slice(from, to).slice(-7), held = new Set(tail), found = tail[0];
      if (tail.length < 7 || held.has(null) || held.size > 3 || [...held].some((e) => e.matches(INNER)) || list.length <= held.size) continue;
      if (!found.closest('dialog[open], [role=dialog][aria-modal=true], [role=alertdialog]')) return { e: found, many: held.size };
    }
    return null;
  };
  const clicky = () => (motcua.given?.press ?? []).map((i) => document.getElementsByTagName('*')[i]).filter(Boolean);
  const bare = (e) => {
    if (!sizable(e) || e.matches(`${FOCUSABLE}, html, body, label, option, form, fieldset, main`) || e.closest(`${FOCUSABLE.replaceAll('[tabindex]', '[tabindex="0"]')}, label`)) return false;
    if (e.querySelector(FOCUSABLE) || e.closest('[aria-hidden="true"], [inert]')) return false;
    const b = e.getBoundingClientRect();
    if (b.width * b.height > 0.4 * innerWidth * innerHeight) return false;
    if (!squeeze(e.textContent) && !e.querySelector('img, svg, i') && !e.matches('img, svg') && style(e).backgroundImage === 'none') return false;
    return style(e).cursor === 'pointer' || attr(e, 'onclick') !== null || b.width < 300 && b.height < 120 && squeeze(e.textContent).length <= 60;
  };
  const left = (e) => {
    if (e.tabIndex >= 0 || !enabled(e) || !sizable(e) || e.closest(COMPOSITE) || e.closest('[aria-hidden="true"], [role=dialog]')) return false;
    if (e.matches('a[href]') && all('a[href]').some((one) => one !== e && one.href === e.href && one.tabIndex >= 0)) return false;
    if (e.matches('button') && e.parentElement?.querySelector('[role=combobox], input[list], input[type=password]')) return false;
    return e.matches(`${NATIVE}, ${WIDGET}`);
  };
  const hoverOnly = () => {
    const shows = new Map(), kept = new Set();
    motcua.rules((rule) => {
      if (!/:(hover|focus)/.test(rule.selectorText)) return;
      const s = rule.style;
      const reveals = (s.display && s.display !== 'none') || s.visibility === 'visible' || (s.opacity !== '' && +s.opacity > 0.5) || (s.maxHeight && s.maxHeight !== '0px') || s.left === '0px' || /^scale/.test(s.transform);
      if (!reveals) return;
      for (const part of rule.selectorText.split(/,(?![^(]*\))/).map(squeeze)) {
        const plain = part.replace(/:(hover|focus-within|focus-visible|focus)/g, '');
        if (/:hover[^,]*[\s>+~]/.test(part) && !/:focus/.test(part)) shows.set(plain, part);
        else if (/:focus/.test(part)) kept.add(plain);
      }
    });
    const found = [];
    for (const [plain, part] of shows) {
      if (kept.has(plain)) continue;
      let hit = [];
      try { hit = all(plain); } catch { continue; }
      for (const e of hit) {
        const holds = e.querySelector('a[href], button') || e.matches('a[href], button') || squeeze(e.textContent).length > 20;
        const owner = e.parentElement;
        if (!holds || sizable(e) && style(e).opacity !== '0' || owner?.querySelector(':scope > [aria-expanded], :scope > * > [aria-expanded]') || e.closest('[hidden], dialog:not([open])')) continue;
        if (!found.some((one) => one.e === e || one.e.contains(e))) found.push({ e, part });
      }
    }
    return found;
  };
  // Between two stops that were met one after the other, nothing that Tab should stop at may lie.
  const passedOver = () => {
    const { list, met, steps } = walk, at = new Map(list.map((e, i) => [e, i])), found = [];
    if (all('iframe').some(shown) || motcua.given?.held?.length) return found;
    let last = -1;
    for (const e of steps) {
      if (e === 'begin') last = null;
      const here = at.get(e);
      if (here === undefined) { if (e !== 'begin' && e !== null) last = null; continue; }
      if (last !== null && here > last + 1) for (let i = last + 1; i < here; i += 1) if (!met.has(list[i]) && !walk.starts.has(list[i]) && list[i].isConnected && stop(list[i])) found.push(list[i]);
      last = here;
    }
    return [...new Set(found)];
  };
  check('keyboard.reach', () => {
    const told = faults(), { list, steps } = walk, done = new Set();
    for (const e of passedOver()) { told.add(e, 'reach-passed-over', { name: called(e) }); done.add(e); }
    for (const e of all(`${NATIVE}, ${WIDGET}`)) if (left(e) && !done.has(e)) { told.add(e, e.matches(NATIVE) ? 'reach-taken-out' : 'reach-role-only', { name: called(e) }); done.add(e); }
    for (const e of new Set([...clicky(), ...all('[onclick]')])) if (!done.has(e) && bare(e)) { told.add(e, 'reach-click-only', { name: called(e), tag: e.localName }); done.add(e); }
    for (const { e, part } of hoverOnly()) told.add(e, 'reach-hover-only', { name: cut(content(e), 40), selector: cut(part, 60) });
    return list.length || Object.keys(told.by).length ? told.told({ pressed: steps.length, stops: list.length }) : nothing;
  });
  check('keyboard.trap', () => {
    const told = faults(), held = trapped();
    if (held) told.add(held.e, 'trap', { name: called(held.e), many: held.many });
    for (const i of motcua.given?.held ?? []) {
      const e = document.getElementsByTagName('*')[i];
      if (e && !(held && held.e === e)) told.add(e, 'trap', { name: called(e), many: 1 });
    }
    return walk.list.length ? told.told({ pressed: walk.steps.length }) : nothing;
  });
  // On a map drawn as a grid, things stand where they belong, not where reading would put them.
  const onMap = (e) => {
    for (let one = e, i = 0; one?.parentElement && i < 3; one = one.parentElement, i += 1) {
      if (style(one.parentElement).display.endsWith('grid') && style(one).gridRowStart !== 'auto' && style(one).gridColumnStart !== 'auto') return one.parentElement;
    }
    return null;
  };
  check('keyboard.order', () => {
    const told = faults(), { list, met } = walk, order = [...met.keys()];
    for (const e of list) if (e.tabIndex > 0) told.add(e, 'order-tabindex', { name: called(e), tabindex: e.tabIndex });
    let row = 0;
    for (let i = 1; i < order.length; i += 1) {
      const a = met.get(order[i - 1]), b = met.get(order[i]);
      if (a.fixed || b.fixed || a.unseen || b.unseen || order[i].tabIndex > 0 || order[i - 1].tabIndex > 0 || isJump(order[i - 1])) { row = 0; continue; }
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const narrow = Math.min(a.box.right - a.box.left, b.box.right - b.box.left);
      if (b.box.bottom <= a.box.top + 2 && across >= 0.5 * narrow && !(onMap(order[i]) && onMap(order[i]) === onMap(order[i - 1]))) told.add(order[i], 'order-jump', { name: called(order[i]), from: called(order[i - 1]), up: Math.round(a.box.top - b.box.top) });
      const level = Math.abs((a.box.top + a.box.bottom - b.box.top - b.box.bottom) / 2) < 0.5 * Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top);
      row = level && b.box.right <= a.box.left + 1 ? row + 1 : 0;
      if (row === 2) told.add(order[i], 'order-row', { name: called(order[i]), from: called(order[i - 1]) });
    }
    return order.length > 1 || Object.keys(told.by).length ? told.told() : nothing;
  });
  const caret = (e) => (e.matches('textarea, [contenteditable]') || e.matches('input') && /^(text|email|tel|url|search|password|number|date|month|time|week|datetime-local)$/.test(e.type)) && style(e).caretColor !== 'rgba(0, 0, 0, 0)';
  // Give the focus to every stop in turn, down the page and up again, as Tab and Shift+Tab would.
  const lookRound = () => {
    if (walk.looked) return;
    walk.looked = true;
    walk.over = true;
    const some = [...new Set([...walk.met.keys(), ...walk.list.filter((e) => !e.matches('iframe'))])].filter((e) => e.isConnected).slice(0, MOST_LOOKED);
    const layered = all('body *').some((e) => ['fixed', 'sticky'].includes(style(e).position));
    const covers = (e) => { const b = e.getBoundingClientRect(); return layered ? coverOf(e, b) : null; };
    for (const e of some) {
      e.focus();
      if (active() !== e) { walk.looks.set(e, { thrown: true }); continue; }
      settle();
      walk.looks.set(e, { look: look(e), unseen: unseen(e, e.getBoundingClientRect()), cover: covers(e) });
    }
    if (layered) for (const e of some.toReversed()) {
      const one = walk.looks.get(e);
      if (one.thrown) continue;
      e.focus();
      one.cover ??= covers(e);
    }
    document.activeElement?.blur?.();
    settle();
  };
  check('focus.visible', () => {
    lookRound();
    const told = faults(), { looks } = walk;
    for (const [e, one] of looks) {
      if (!e.isConnected) continue;
      if (one.thrown) { if (enabled(e) && stop(e)) told.add(e, 'focus-thrown', { name: called(e) }); } else if (one.unseen) told.add(e, 'focus-on-hidden', { name: called(e) });
      else if (!caret(e) && look(e) === one.look) told.add(e, 'focus-unmarked', { name: called(e) });
    }
    return looks.size ? told.told({ looked: looks.size }) : nothing;
  });
  check('focus.obscured', () => {
    lookRound();
    const told = faults(), { looks } = walk;
    for (const [e, { cover }] of looks) if (cover && e.isConnected) told.add(e, 'focus-covered', { name: called(e), by: called(cover) });
    return looks.size ? told.told() : nothing;
  });

  // Fields that act as soon as they change, and places that may hold the Tab key.
  check('on_input', () => {
    const told = faults(), whole = document.getElementsByTagName('*'), found = all('select, input[type=radio], input[type=checkbox]').filter(shown);
    const acts = (code) => /location(\.href)?\s*=|location\.(assign|replace)|\.submit\(|window\.open|requestSubmit|window\.location/.test(code ?? '');
    const listening = new Map((motcua.given?.change ?? []).map(([i, code]) => [whole[i], code]));
    for (const e of found) {
      if (!acts(attr(e, 'onchange')) && !acts(listening.get(e))) continue;
      told.add(e, 'input-acts', { name: called(e) });
    }
    return found.length ? told.told() : nothing;
  });
  // Whatever the focus met, it may only lead away when it is pressed (the browser stopped it there).
  check('on_focus', () => {
    const told = faults(), done = new Set();
    for (const { e, to } of walk.left) {
      const at = e ?? document.body;
      if (!done.has(at)) told.add(at, 'focus-leaves', { name: called(at), to: cut(to, 80) });
      done.add(at);
    }
    return walk.list.length ? told.told() : nothing;
  });
  // What listens to keys and was not met, and what calls the focus back when it loses it.
  check('keyboard.suspects', () => {
    const whole = [...document.getElementsByTagName('*')], found = new Set();
    const first = (i, wanted) => {
      const e = whole[i];
      if (!e || e === document.body || e === document.documentElement) return;
      const one = (e.matches(FOCUSABLE) ? [e] : all(FOCUSABLE, e)).find((inside) => stop(inside) && wanted(inside));
      if (one) found.add(one);
    };
    const passed = new Set(), { steps } = walk;
    steps.forEach((e, i) => {
      const next = steps[i + 1];
      if (e && e !== 'begin' && next === e && !e.matches(INNER)) found.add(e);
      else if (next !== undefined && next !== 'begin') passed.add(e);
    });
    for (const i of motcua.given.pulls) first(i, () => true);
    for (const i of motcua.given.keys) first(i, (e) => !passed.has(e));
    const here = active();
    return { found: [...found].slice(0, 4).map((e) => whole.indexOf(e)), caught: Boolean(here && walk.steps.slice(-2).includes(here)) };
  });
  check('keyboard.put', () => {
    walk.over = true;
    const e = document.getElementsByTagName('*')[motcua.given.at];
    e?.focus();
    return { on: Boolean(e) && active() === e && !e.matches('iframe'), presses: e?.matches(INNER) ? 10 : 1 };
  });
  motcua.hoverOnly = hoverOnly;
})();
