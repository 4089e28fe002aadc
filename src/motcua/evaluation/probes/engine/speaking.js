// Runs in the page's own world before its scripts: a page may speak a few times, then its script ends.
// A loop of alerts cannot be stopped from outside, for the page's process waits in each of them.
(() => {
  let left = 10;
  for (const name of ['alert', 'confirm', 'prompt']) {
    const own = window[name];
    window[name] = function (...words) {
      if (left <= 0) throw new Error('motcua: too many dialogs');
      left -= 1;
      return own.apply(window, words);
    };
  }
})();
