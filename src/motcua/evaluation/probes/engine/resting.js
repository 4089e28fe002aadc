// Brings a page back to its top with nothing focused, in the phase it is put in; waits for a frame.
async ({spaced, focus}) => {
  const sheets = (list) => { document.adoptedStyleSheets = list; };
  const kept = [...document.adoptedStyleSheets].filter((one) => one !== window.motcuaSpacing);
  if (spaced) {
    window.motcuaSpacing ??= new CSSStyleSheet();
    window.motcuaSpacing.replaceSync(spaced);
    sheets([...kept, window.motcuaSpacing]);
  } else if (window.motcuaSpacing) {
    sheets(kept);
  }
  window.scrollTo({left: 0, top: 0, behavior: 'instant'});
  if (focus) {
    const root = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement').get.call(document);
    const had = root.getAttribute('tabindex');
    root.setAttribute('tabindex', '-1');
    root.focus({preventScroll: true});
    root.blur();
    if (had === null) root.removeAttribute('tabindex'); else root.setAttribute('tabindex', had);
  }
  const frame = () => new Promise((done) => { requestAnimationFrame(done); setTimeout(done, 150); });
  await frame();
  await frame();
}
