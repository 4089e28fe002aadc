// Where the text stands: cut off by boxes that do not scroll, lying over other text, or whole. The
// first look (at 1280 px) is remembered; later looks tell only what became worse.
(() => {
  const { check, faults, attr, called, cut, shown, squeeze, style } = motcua;
  const MOST = 4000;
  const numbers = new WeakMap();
  let last = 0;
  const number = (e) => {
    if (!numbers.has(e)) numbers.set(e, (last += 1));
    return numbers.get(e);
  };
  const memory = { whole: new WeakMap(), pairs: new Set() };

  // ------------------------------------------------------------ what cuts
  const FREE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity, hides: null };
  const stops = (way) => way === 'hidden' || way === 'clip';
  const lets = (way) => way === 'auto' || way === 'scroll';
  const rootClip = () => {
    const root = style(document.documentElement), body = document.body ? style(document.body) : root;
    const said = root.overflowX === 'visible' && root.overflowY === 'visible' ? body : root;
    return {
      ...FREE,
      left: -scrollX,
      right: stops(said.overflowX) ? document.documentElement.clientWidth : Infinity,
      bottom: stops(said.overflowY) ? innerHeight : Infinity,
      hides: document.body,
    };
  };
  const clips = () => {
    const known = new Map(), outer = rootClip();
    const inside = (e) => {
      if (!e || e === document.body || e === document.documentElement) return outer;
      if (known.has(e)) return known.get(e);
      const s = style(e);
      let from = e.parentElement ?? e.getRootNode().host;
      if (s.position === 'fixed') from = null;
      else if (s.position === 'absolute') from = e.offsetParent ?? document.body;
      const given = from ? inside(from) : FREE;
      let clip = given;
      if (s.overflowX !== 'visible' || s.overflowY !== 'visible' || s.clipPath !== 'none' || s.clip !== 'auto') {
        const b = e.getBoundingClientRect();
        clip = { ...given };
        if (stops(s.overflowX)) Object.assign(clip, { left: Math.max(given.left, b.left), right: Math.min(given.right, b.right), hides: e });
        if (stops(s.overflowY)) Object.assign(clip, { top: Math.max(given.top, b.top), bottom: Math.min(given.bottom, b.bottom), hides: e });
        if (lets(s.overflowX)) Object.assign(clip, { left: -Infinity, right: Infinity });
        if (lets(s.overflowY)) Object.assign(clip, { top: -Infinity, bottom: Infinity });
        if (/inset\((50|100)%|circle\(0/.test(s.clipPath) || /rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)/.test(s.clip)) {
          Object.assign(clip, { left: 0, right: 0, top: 0, bottom: 0, hides: e });
        }
      }
      known.set(e, clip);
      return clip;
    };
    return inside;
  };
  const layer = (known, e) => {
    if (!e || e === document.body) return 0;
    if (known.has(e)) return known.get(e);
    const s = style(e);
    const own = ['fixed', 'sticky'].includes(s.position) || (s.position === 'absolute' && s.zIndex !== 'auto' && +s.zIndex > 0);
    const found = own ? number(e) : layer(known, e.parentElement);
    known.set(e, found);
    return found;
  };
  const state = (box, clip) => {
    if (clip.right - clip.left <= 1 || clip.bottom - clip.top <= 1) return 'hidden'; // for screen readers only
    if (box.right <= clip.left + 1 || box.left >= clip.right - 1 || box.bottom <= clip.top + 1 || box.top >= clip.bottom - 1) return 'gone';
    const wide = Math.max(clip.left - box.left, box.right - clip.right);
    const high = Math.max(clip.top - box.top, box.bottom - clip.bottom);
    return wide > 2.5 || high > 0.3 * box.height ? 'cut' : 'whole';
  };

  // Every piece of text that is shown, in the order of the page, with its lines and what became of them.
  const SILENT = 'script, style, noscript, template, option, select, textarea, svg, [aria-hidden="true"]';
  const texts = () => {
    const found = [], visible = new Map(), range = document.createRange(), inside = clips();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode() && found.length < MOST) {
      const node = walk.currentNode, e = node.parentElement;
      if (!/\S/.test(node.data)) continue;
      if (!visible.has(e)) visible.set(e, !e.closest(SILENT) && shown(e));
      if (!visible.get(e)) continue;
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((one) => one.width > 1 && one.height > 1);
      if (!boxes.length) continue;
      const clip = inside(e), states = boxes.map((one) => state(one, clip));
      const said = ['whole', 'gone', 'hidden'].find((way) => states.every((one) => one === way)) ?? 'cut';
      found.push({ node, e, boxes, state: said, hides: clip.hides, lines: boxes.filter((_, i) => states[i] === 'whole' || states[i] === 'cut') });
    }
    return found;
  };

  const overlaps = (found) => {
    const lines = [], layers = new Map(), pairs = new Map();
    for (const { e, lines: seen } of found) {
      const at = layer(layers, e);
      for (const box of seen) lines.push({ e, box, at });
    }
    lines.sort((a, b) => a.box.top - b.box.top);
    lines.forEach((a, i) => {
      for (let j = i + 1; j < lines.length && lines[j].box.top < a.box.bottom; j += 1) {
        const b = lines[j];
        if (a.at !== b.at || a.e === b.e || a.e.contains(b.e) || b.e.contains(a.e)) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - b.box.top;
        if (across > 3 && down > 0.45 * Math.min(a.box.height, b.box.height)) {
          pairs.set([number(a.e), number(b.e)].sort((x, y) => x - y).join('-'), [a.e, b.e]);
        }
      }
    });
    return pairs;
  };

  const look = () => {
    const found = texts();
    return { found, pairs: overlaps(found) };
  };
  check('layout', () => {
    if (memory.texts) return { applies: true, by: {}, kept: {} };
    const { found, pairs } = look();
    motcua.remember();
    for (const one of found) memory.whole.set(one.node, one.state);
    memory.texts = found.filter((one) => one.state === 'whole').map(({ node, e }) => ({ node, e, words: squeeze(node.data) }));
    memory.pairs = new Set(pairs.keys());
    return { applies: true, by: {}, kept: {} };
  });

  // The rest of a shortened text stands behind a link, in a title, or in a box one may scroll.
  const readElsewhere = (e) => e.closest('a[href], [title], summary, [aria-label]') || e.closest('li, article, tr')?.querySelector('a[href]');
  const shortened = (e) => {
    for (let one = e, i = 0; one && i < 3; one = one.parentElement, i += 1) {
      const s = style(one);
      if (s.textOverflow === 'ellipsis' || s.webkitLineClamp !== 'none') return true;
    }
    return false;
  };
  const worse = (prefix) => {
    if (!memory.texts) throw new Error('the page was not looked at before');
    const told = faults(), { found, pairs } = look(), done = new Set();
    for (const one of found) {
      const before = memory.whole.get(one.node);
      const bad = one.state === 'cut' ? before !== 'cut' : one.state === 'gone' && before === 'whole';
      if (!bad || done.has(one.e)) continue;
      if (shortened(one.e) && readElsewhere(one.e)) continue;
      done.add(one.e);
      told.add(one.e, `${prefix}-cut`, { text: cut(one.node.data), by: one.hides ? called(one.hides).slice(0, 40) : '' });
    }
    for (const [key, [a, b]] of pairs) {
      if (!memory.pairs.has(key)) told.add(b, `${prefix}-overlap`, { text: cut(b.textContent), other: cut(a.textContent) });
    }
    return told;
  };
  check('zoom', () => worse('zoom').told());
  check('spacing', () => worse('spacing').told());

  // ------------------------------------------------------------ 320 px
  // What needs two dimensions is excused: data tables, maps, drawings, video (understanding 1.4.10).
  const TWO_WAYS = 'table, [role=table], [role=grid], svg, canvas, video, iframe, object, embed, [role=toolbar], .leaflet-container, .ol-viewport, .mapboxgl-map, .maplibregl-map, map, [usemap], math';
  const scrolls = (e) => {
    for (let one = e.parentElement; one && one !== document.body && one !== document.documentElement; one = one.parentElement) {
      if (lets(style(one).overflowX) || stops(style(one).overflowX)) return true;
    }
    return false;
  };
  const tooWide = () => {
    const room = document.documentElement.clientWidth, found = [];
    const visit = (e) => {
      if (!e.checkVisibility()) return;
      const box = e.getBoundingClientRect();
      if (box.right + scrollX > room + 1 && box.width > 1 && !scrolls(e)) {
        const inner = [...e.children].filter((one) => one.getBoundingClientRect().right + scrollX > room + 1);
        const parent = e.parentElement?.getBoundingClientRect();
        if (box.width > room + 1 || !inner.length || (parent && box.right > parent.right + 1)) { found.push(e); return; }
      }
      for (const one of e.children) visit(one);
    };
    if (document.documentElement.scrollWidth > room + 1) visit(document.body);
    return found;
  };
  // A box that is wide only because something in it is: go down to what makes it so.
  const culprit = (e) => {
    const room = document.documentElement.clientWidth;
    for (let here = e; ;) {
      const s = style(here);
      const wide = [...here.children].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right + scrollX > room + 1);
      if (wide.length !== 1 || here.matches(TWO_WAYS) || s.minWidth.endsWith('px') && parseFloat(s.minWidth) > room) return here;
      [here] = wide;
    }
  };
  check('reflow', () => {
    const told = worse('reflow'), room = document.documentElement.clientWidth;
    const width = document.documentElement.scrollWidth;
    let excused = 0;
    for (const e of tooWide().map(culprit)) {
      if (e.matches(TWO_WAYS) || e.closest('table, svg')) excused += 1;
      else told.add(e, 'reflow-wide', { width: Math.round(e.getBoundingClientRect().right + scrollX), room });
    }
    return told.told({ width, room, excused });
  });

  // ------------------------------------------------------------ what a phone does not show at all
  const PATH = 'nav, [role=navigation], header, footer, aside, [role=menu], [role=tabpanel], dialog, details, [aria-hidden], .breadcrumb, [hidden]';
  check('lost', () => {
    const now = new Set(texts().filter((one) => ['whole', 'cut'].includes(one.state)).map((one) => squeeze(one.node.data)));
    const told = faults(), done = new Set();
    let lost = 0;
    for (const { node, e, words } of memory.texts ?? []) {
      if (words.length < 12 || now.has(words) || !node.isConnected || e.closest(PATH)) continue;
      if (e.checkVisibility({ visibilityProperty: true })) continue;
      let hidden = e;
      while (hidden.parentElement && !hidden.parentElement.checkVisibility({ visibilityProperty: true })) hidden = hidden.parentElement;
      const id = attr(hidden, 'id');
      if (id && document.querySelector(`[aria-controls~="${CSS.escape(id)}"], [data-target="#${CSS.escape(id)}"], [data-bs-target="#${CSS.escape(id)}"], [href="#${CSS.escape(id)}"]`)) continue;
      lost += words.length;
      if (!done.has(hidden)) told.add(hidden, 'phone-lost', { text: cut(hidden.textContent) });
      done.add(hidden);
    }
    return told.told({ lost });
  });
  motcua.layout = { texts, clips, state, tooWide, culprit, TWO_WAYS };
})();
