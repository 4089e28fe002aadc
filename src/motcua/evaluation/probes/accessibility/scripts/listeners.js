// Run with the inspector's own functions: which elements listen to presses, keys and changes.
(() => {
  const whole = document.getElementsByTagName('*'), found = { press: [], keys: [], change: [] };
  const most = Math.min(whole.length, 8000);
  for (let i = 0; i < most; i += 1) {
    const heard = getEventListeners(whole[i]);
    if (heard.click || heard.mousedown || heard.pointerdown || heard.mouseup) found.press.push(i);
    if (heard.keydown || heard.keypress || heard.blur || heard.focusout) found.keys.push(i);
    if (heard.change) found.change.push([i, heard.change.map((one) => Function.prototype.toString.call(one.listener.handleEvent ?? one.listener)).join('\n').slice(0, 2000)]);
  }
  return JSON.stringify(found);
})()
