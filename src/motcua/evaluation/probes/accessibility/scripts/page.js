// What every check shares: places on the page, what is shown, names, colours, faults and their count.
// A check is `motcua.check('name', () => faults.told())`; Python asks for several by their names.
window.motcua ??= (() => {
  const KEPT = 20, SNIPPET = 300;
  const squeeze = (text) => String(text ?? '').replace(/\s+/g, ' ').trim();
  const cut = (text, most = 60) => {
    const whole = squeeze(text);
    return whole.length > most ? `${whole.slice(0, most - 1)}…` : whole;
  };
  const attr = (e, name) => Element.prototype.getAttribute.call(e, name);
  const style = (e, pseudo) => getComputedStyle(e, pseudo);
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && e.getClientRects().length > 0;
  // Shown, and more than the one pixel that is kept for screen readers.
  const sizable = (e) => {
    if (!shown(e)) return false;
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right + scrollX > 0 && box.bottom + scrollY > 0;
  };
  const MOST = 10000;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)].slice(0, MOST);

  // ------------------------------------------------------------ places
  const ways = new WeakMap();
  const lasting = (id) => id && id.length <= 60 && !/\d{4,}|[0-9a-f]{8}-|^:|^(ember|ng-|react|ui-id-)/i.test(id);
  const step = (e) => {
    const tag = CSS.escape(e.localName);
    const twins = e.parentNode ? [...e.parentNode.children].filter((one) => one.localName === e.localName) : [e];
    return twins.length > 1 ? `${tag}:nth-of-type(${twins.indexOf(e) + 1})` : tag;
  };
  const findWay = (e) => {
    const id = attr(e, 'id');
    const named = lasting(id) ? `#${CSS.escape(id)}` : '';
    if (named && e.getRootNode().querySelectorAll(named).length === 1) {
      const root = e.getRootNode();
      return root instanceof ShadowRoot ? `${selector(root.host)} >> ${named}` : named;
    }
    if (e === document.documentElement || e === document.body) return e.localName;
    if (e.parentElement) return `${selector(e.parentElement)} > ${step(e)}`;
    return e.parentNode instanceof ShadowRoot ? `${selector(e.parentNode.host)} >> ${step(e)}` : step(e);
  };
  const selector = (e) => {
    if (!ways.has(e)) ways.set(e, findWay(e));
    return ways.get(e);
  };
  const snippet = (e) => {
    if (e.getElementsByTagName('*').length <= 12) return squeeze(e.outerHTML).slice(0, SNIPPET);
    return `${squeeze(e.cloneNode(false).outerHTML).replace(/<\/[^>]*>$/, '')}…`.slice(0, SNIPPET);
  };
  // Boxes as they were at first, which is how the picture of the page shows them.
  const boxes = new WeakMap();
  const remember = () => {
    for (const e of all('body, body *')) boxes.set(e, measured(e));
  };
  const box = (e) => {
    const first = boxes.get(e);
    return first && first[2] && first[3] ? first : measured(e);
  };
  const measured = (e) => {
    const { left, top, width, height } = e.getBoundingClientRect();
    return [left + scrollX, top + scrollY, width, height].map(Math.round);
  };
  const place = (e, rule, say = {}) => ({ selector: selector(e), snippet: snippet(e), box: box(e), rule, say });

  const faults = () => {
    const kept = {}, by = {};
    return {
      by,
      add(e, rule, say) {
        by[rule] = (by[rule] ?? 0) + 1;
        if (by[rule] <= KEPT) (kept[rule] ??= []).push(place(e, rule, say));
      },
      told: (more = {}) => ({ applies: true, by, kept, ...more }),
    };
  };
  const nothing = { applies: false, by: {}, kept: {} };

  // ------------------------------------------------------------ names
  const byIds = (e, name) => squeeze((attr(e, name) ?? '').split(/\s+/).filter(Boolean)
    .map((id) => e.getRootNode().getElementById?.(id)?.textContent ?? '').join(' '));
  const labelsOf = (e) => squeeze([...(e.labels ?? [])].map((one) => one.textContent).join(' '));
  const content = (e) => squeeze(`${e.textContent} ${all('img[alt]', e).map((one) => attr(one, 'alt')).join(' ')}`);
  const name = (e) => byIds(e, 'aria-labelledby') || squeeze(attr(e, 'aria-label')) || labelsOf(e)
    || (e.matches('input[type=submit], input[type=button], input[type=reset]') ? squeeze(e.value) : '')
    || (e.matches('input, select, textarea') ? '' : content(e))
    || squeeze(attr(e, 'title')) || squeeze(attr(e, 'placeholder')) || squeeze(attr(e, 'name'));
  const called = (e) => cut(name(e) || squeeze(attr(e, 'alt')) || `<${e.localName}>`, 50);

  // ------------------------------------------------------------ colours
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colours = new Map();
  const colour = (text) => {
    if (!colours.has(text)) {
      const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
      if (plain) colours.set(text, [+plain[1], +plain[2], +plain[3], plain[4] === undefined ? 1 : +plain[4]]);
      else {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = text;
        brush.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
        colours.set(text, [r, g, b, a / 255]);
      }
    }
    return colours.get(text);
  };
  const over = ([r, g, b, a], under) => [r, g, b].map((one, i) => one * a + under[i] * (1 - a)).concat(1);
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  // The colour behind an element; null where a picture is behind it.
  const ground = (e) => {
    const layers = [];
    for (let one = e; one; one = one.parentElement ?? one.getRootNode().host) {
      const { backgroundColor, backgroundImage } = style(one);
      if (backgroundImage !== 'none') return null;
      const paint = colour(backgroundColor);
      if (paint[3] > 0) layers.push(paint);
      if (paint[3] === 1) break;
    }
    return layers.reduceRight((under, paint) => over(paint, under), [255, 255, 255, 1]);
  };

  // ------------------------------------------------------------ styles as they are written
  const walkRules = (rules, visit, media) => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) visit(rule, media);
      else if (rule instanceof CSSMediaRule) walkRules(rule.cssRules, visit, [...media, rule.conditionText]);
      else if (rule.cssRules && !(rule instanceof CSSKeyframesRule)) walkRules(rule.cssRules, visit, media);
    }
  };
  // Gives how many sheets could not be read (they come from another site).
  const rules = (visit) => {
    let closed = 0;
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
      try { walkRules(sheet.cssRules, visit, []); } catch { closed += 1; }
    }
    return closed;
  };

  const checks = {};
  const check = (code, run) => { checks[code] = run; };
  const run = (codes) => Object.fromEntries(codes.map((code) => {
    try { return [code, checks[code]()]; } catch (error) { return [code, { failed: String(error).slice(0, 200) }]; }
  }));
  return {
    KEPT, all, attr, byIds, called, check, colour, content, contrast, cut, faults, ground, labelsOf, name, nothing, over, place,
    remember, rules, run, selector, shown, sizable, squeeze, style,
  };
})();
