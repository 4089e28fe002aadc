// What is pressed: its size, its neighbours (WCAG 2.5.8 with its exceptions).
(() => {
  const { all, attr, called, check, faults, nothing, sizable, squeeze, style } = motcua;
  const TARGET = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=option], [role=slider], [onclick]';
  const LEAST = 24;

  const union = (boxes) => {
    const left = Math.min(...boxes.map((b) => b.left)), top = Math.min(...boxes.map((b) => b.top));
    const right = Math.max(...boxes.map((b) => b.right)), bottom = Math.max(...boxes.map((b) => b.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top, x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  // Of a link that runs over lines, its largest piece; with the picture in it.
  const reach = (e) => {
    const pieces = [...e.getClientRects()];
    if (style(e).display === 'inline' && pieces.length > 1 && !e.firstElementChild) {
      return union([pieces.sort((a, b) => b.width * b.height - a.width * a.height)[0]]);
    }
    const inner = style(e).display === 'inline' ? [...e.children].map((one) => one.getBoundingClientRect()).filter((b) => b.width && b.height) : [];
    return union([e.getBoundingClientRect(), ...inner]);
  };
  const inSentence = (e) => {
    if (!['inline', 'inline-block'].includes(style(e).display) || e.matches('button, input, select, textarea')) return false;
    const block = e.closest('p, li, dd, td, th, label, figcaption, blockquote, h1, h2, h3, h4, h5, h6, div, section, span:not(:only-child)');
    if (!block) return false;
    const own = [...block.childNodes].filter((one) => one.nodeType === 3 || one !== e && !one.matches?.(TARGET) && !one.querySelector?.(TARGET));
    return /\p{L}{2,}/u.test(squeeze(own.map((one) => one.textContent).join(' ')));
  };
  const untouched = (e) => e.matches('input[type=checkbox], input[type=radio]') && style(e).appearance !== 'none' && e.getBoundingClientRect().width <= 14;
  const helped = (e) => [...(e.labels ?? [])].some((one) => {
    const b = one.getBoundingClientRect();
    return b.width >= LEAST && b.height >= LEAST;
  });
  const pressable = () => {
    const inside = motcua.layout.clips();
    return all(TARGET).filter((e) => sizable(e) && !e.matches(':disabled') && attr(e, 'aria-disabled') !== 'true' && !e.closest('[inert], [aria-hidden="true"]')
      && style(e).pointerEvents !== 'none' && !['gone', 'hidden'].includes(motcua.layout.state(e.getBoundingClientRect(), inside(e))));
  };
  const kin = (a, b) => a.contains(b) || b.contains(a) || [...(a.labels ?? [])].some((one) => one.contains(b)) || [...(b.labels ?? [])].some((one) => one.contains(a));
  const crowded = (one, list, small) => list.find((other) => {
    if (other === one || Math.abs(other.box.y - one.box.y) > 2000 || kin(one.e, other.e)) return false;
    if (small.has(other)) return Math.hypot(one.box.x - other.box.x, one.box.y - other.box.y) < LEAST - 0.6;
    const across = Math.max(other.box.left - one.box.x, 0, one.box.x - other.box.right);
    const down = Math.max(other.box.top - one.box.y, 0, one.box.y - other.box.bottom);
    return Math.hypot(across, down) < LEAST / 2 - 0.6;
  });
  const judge = (rule) => () => {
    const told = faults(), list = pressable().map((e) => ({ e, box: reach(e) }));
    if (!list.length) return nothing;
    const small = new Set(list.filter(({ e, box }) => (box.width < LEAST - 0.5 || box.height < LEAST - 0.5) && !inSentence(e) && !untouched(e) && !helped(e)));
    for (const one of small) {
      const near = crowded(one, list, small);
      if (near) told.add(one.e, rule, { width: Math.round(one.box.width), height: Math.round(one.box.height), name: called(one.e), near: called(near.e) });
    }
    return told.told({ small: small.size, all: list.length });
  };
  check('target.size', judge('target-small'));
  check('touch', judge('touch-small'));
})();
