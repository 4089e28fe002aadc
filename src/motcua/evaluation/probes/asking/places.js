// How our scripts tell where on a page something stands. Runs once a document, in our own world.
(() => {
  const selector = (one) => {
    const parts = [];
    for (let node = one; node && node.nodeType === 1 && parts.length < 5; node = node.parentElement) {
      if (node.id && /^[A-Za-z][\w-]*$/.test(node.id)) { parts.unshift('#' + node.id); break; }
      let step = node.localName;
      const parent = node.parentElement;
      if (parent) {
        const same = [...parent.children].filter((child) => child.localName === step);
        if (same.length > 1) step += `:nth-of-type(${same.indexOf(node) + 1})`;
      }
      parts.unshift(step);
    }
    return parts.join(' > ');
  };
  const snippet = (one) => {
    const copy = one.cloneNode(false);
    for (const name of ['value', 'style', 'd', 'srcset', 'nonce']) copy.removeAttribute(name);
    return (copy.outerHTML || '').slice(0, 300);
  };
  const box = (one) => {
    const seen = one.getBoundingClientRect();
    const round = (value) => Math.max(0, Math.round(value));
    return seen.width && seen.height
      ? [round(seen.left + scrollX), round(seen.top + scrollY), round(seen.width), round(seen.height)]
      : null;
  };
  const place = (one, more) => Object.assign({selector: selector(one), snippet: snippet(one), box: box(one)}, more);
  window.motcuaPlaces = {selector, snippet, box, place};
})();
