// Runs before the page's own scripts, in a world of ours: what can only be seen while it happens.
(() => {
  if (window.top !== window || window.motcuaSeen) return;
  const seen = window.motcuaSeen = {lcp: null, cls: 0, tbt: 0, violations: []};
  const watch = (type, take) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({type, buffered: true});
    } catch { /* a browser that does not know the type has nothing to say of it */ }
  };
  let worth = 0, first = 0, last = 0;
  watch('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  watch('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    if (entry.startTime - last > 1000 || entry.startTime - first > 5000) {
      worth = 0;
      first = entry.startTime;
    }
    last = entry.startTime;
    worth += entry.value;
    seen.cls = Math.max(seen.cls, worth);
  });
  watch('longtask', (entry) => { seen.tbt += Math.max(0, entry.duration - 50); });
  document.addEventListener('securitypolicyviolation', (event) => {
    if (seen.violations.length >= 50) return;
    seen.violations.push({
      blocked: event.blockedURI, directive: event.effectiveDirective, sample: event.sample,
      line: event.lineNumber, source: event.sourceFile, policy: event.disposition,
    });
  }, true);
})();
