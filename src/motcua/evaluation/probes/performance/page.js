// What makes a page heavy, in one go: pictures, what blocks, how many elements.
() => {
  const selector = (one) => {
    const parts = [];
    for (let node = one; node && node.nodeType === 1 && parts.length < 5; node = node.parentElement) {
      if (node.id && /^[A-Za-z][\w-]*$/.test(node.id)) { parts.unshift("#" + node.id); break; }
      let step = node.localName;
      const parent = node.parentElement;
      if (parent) {
        const same = [...parent.children].filter((child) => child.localName === step);
        if (same.length > 1) step += `:nth-of-type(${same.indexOf(node) + 1})`;
      }
      parts.unshift(step);
    }
    return parts.join(" > ");
  };
  const place = (one, more) => {
    const box = one.getBoundingClientRect();
    const round = (value) => Math.max(0, Math.round(value));
    return Object.assign({
      selector: selector(one), snippet: (one.cloneNode(false).outerHTML || "").slice(0, 300),
      box: box.width && box.height ? [round(box.left + scrollX), round(box.top + scrollY), round(box.width), round(box.height)] : null,
    }, more);
  };
  const pictures = [...document.images].slice(0, 500)
    .filter((one) => one.complete && one.naturalWidth > 1 && /^https?:/.test(one.currentSrc || one.src))
    .map((one) => {
      const box = one.getBoundingClientRect();
      const drawn = !/\.svg(?:[?#]|$)/i.test(one.currentSrc || one.src);
      return [one, { url: one.currentSrc || one.src, drawn, width: one.naturalWidth, height: one.naturalHeight, shown: [box.width, box.height] }];
    })
    .filter(([, more]) => more.drawn && more.shown[0] > 0 && more.shown[1] > 0 && more.width * more.height > 4 * more.shown[0] * more.shown[1])
    .slice(0, 60).map(([one, more]) => place(one, more));
  const scripts = [...document.querySelectorAll("head script[src]")]
    .filter((one) => !one.async && !one.defer && one.type !== "module" && !one.noModule
      && (one.type === "" || /javascript/i.test(one.type)))
    .slice(0, 60).map((one) => place(one, { url: one.src }));
  const styles = [...document.querySelectorAll("link[rel~=stylesheet][href]")]
    .filter((one) => !one.disabled && one.media !== "print" && one.media !== "not all")
    .slice(0, 60).map((one) => place(one, { url: one.href }));
  return { pictures, scripts, styles, elements: document.querySelectorAll("*").length };
}
