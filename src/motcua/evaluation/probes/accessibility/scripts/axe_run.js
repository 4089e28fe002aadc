// Run axe once: our own selectors and snippets (its search for short ones is half of its time), no
// XPath, no frames, nothing fetched again.
async ({ tags, kept }) => {
  const place = (one) => {
    const e = one.element;
    const told = e ? motcua.place(e, '') : { selector: String(one.ancestry ?? ''), snippet: String(one.html ?? '').slice(0, 300), box: null };
    const checks = [...one.any, ...one.all, ...one.none];
    const found = checks.find((each) => each.data && typeof each.data === 'object')?.data ?? {};
    const say = Object.fromEntries(Object.entries(found).filter(([, value]) => ['string', 'number'].includes(typeof value)).map(([key, value]) => [key, String(value).slice(0, 60)]));
    return { ...told, say, why: checks.map((each) => each.message).slice(0, 2).join(' ').slice(0, 300) };
  };
  const rule = (one) => ({ id: one.id, impact: one.impact ?? '', help: one.help, url: one.helpUrl, tags: one.tags, found: one.nodes.length, nodes: one.nodes.slice(0, kept).map(place) });
  const answer = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
    selectors: false,
    elementRef: true,
    iframes: false,
    preload: false,
    performanceTimer: false,
  });
  return {
    version: answer.testEngine.version,
    violations: answer.violations.map(rule),
    incomplete: answer.incomplete.map(rule),
    tags: Object.fromEntries([...answer.passes, ...answer.incomplete, ...answer.violations].map((one) => [one.id, one.tags])),
    passed: answer.passes.map((one) => one.id),
    inapplicable: answer.inapplicable.map((one) => one.id),
  };
}
