// Run with the inspector's own functions: which elements listen to presses, keys and changes.
(() => {
  const whole = document.getElementsByTagName('*'), found = { press: [], keys: [], pulls: [], change: [], submit: [] };
  const text = (heard) => heard.map((one) => Function.prototype.toString.call(one.listener.handleEvent ?? one.listener)).join('\n');
  const most = Math.min(whole.length, 8000);
  for (let i = 0; i < most; i += 1) {
    const heard = getEventListeners(whole[i]);
    if (heard.click || heard.mousedown || heard.pointerdown || heard.mouseup) found.press.push(i);
    if (heard.keydown || heard.keypress) found.keys.push(i);
    const lost = [...heard.blur ?? [], ...heard.focusout ?? []];
    if (lost.length && /focus\(/.test(text(lost))) found.pulls.push(i);
    if (heard.submit) found.submit.push([i, text(heard.submit).slice(0, 6000)]);
    if (heard.change) found.change.push([i, text(heard.change).slice(0, 2000)]);
  }
  return JSON.stringify(found);
})()
