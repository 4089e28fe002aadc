// What makes a page heavy, in one go: pictures, what blocks, how many elements.
() => {
  const { place } = window.motcuaPlaces;
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
