// What the engine asks of a page that has come to rest: its title, its timings, what it hides.
async (give) => {
  const own = (name) => Object.getOwnPropertyDescriptor(Document.prototype, name);
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const fonts = own('fonts') ? own('fonts').get.call(document).ready : null;
  const moving = Document.prototype.getAnimations.call(document).filter((one) => {
    const timing = one.effect && one.effect.getComputedTiming();
    return timing && Number.isFinite(timing.endTime) && timing.endTime < 1500;
  });
  const still = Promise.allSettled(moving.slice(0, 200).map((one) => one.finished));
  await Promise.race([Promise.all([fonts, still]), pause(give)]);

  const clobbered = [];
  const named = Document.prototype.querySelectorAll.call(
    document, 'img[name], form[name], embed[name], iframe[name], object[name], object[id], img[id][name]');
  for (const one of [...named].slice(0, 5000)) {
    for (const attribute of ['name', 'id']) {
      const name = Element.prototype.getAttribute.call(one, attribute);
      if (name && name in Document.prototype) {
        clobbered.push(name);
        Element.prototype.removeAttribute.call(one, attribute);
      }
    }
  }

  const seen = window.motcuaSeen || {};
  const navigation = performance.getEntriesByType('navigation')[0] || {};
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return {
    title: String(own('title').get.call(document)).replace(/\s+/g, ' ').trim().slice(0, 300),
    type: String(own('contentType').get.call(document)),
    clobbered,
    refresh: [...Document.prototype.querySelectorAll.call(document, 'meta[http-equiv=refresh i]')]
      .slice(0, 5).map((one) => String(one.getAttribute('content')).slice(0, 200)),
    violations: seen.violations || [],
    timings: {
      response: navigation.responseStart || null,
      dom: navigation.domContentLoadedEventEnd || null,
      load: navigation.loadEventEnd || null,
      fcp: paint ? paint.startTime : null,
      lcp: seen.lcp ?? (paint ? paint.startTime : null),
      cls: seen.cls ?? 0,
      tbt: seen.tbt ?? 0,
    },
  };
}
