// Screens of the hall: what is marked with data-refresh is fetched anew every so many seconds, new
// calls are said in words and, once somebody switched it on, aloud. Without scripts the page loads
// itself anew.

const part = document.querySelector("[data-refresh]");
const said = document.querySelector("[data-said]");
const sound = document.querySelector("[data-sound]");
const voiceNote = document.querySelector("[data-voice]");
const heard = new Set();

function calls(root) {
  return [...root.querySelectorAll("[data-call]")].reverse();
}

function voice() {
  return speechSynthesis.getVoices().find((one) => one.lang.toLowerCase().startsWith("vi"));
}

function speak(words) {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = "vi-VN";
  utterance.rate = 0.9;
  const found = voice();
  if (found) utterance.voice = found;
  speechSynthesis.speak(utterance);
}

function tell(root) {
  for (const call of calls(root)) {
    const fresh = !heard.has(call.dataset.call);
    heard.add(call.dataset.call);
    if (!fresh || !call.dataset.say) continue;
    if (said) said.textContent = call.dataset.say;
    if (sound?.getAttribute("aria-pressed") === "true") speak(call.dataset.say);
  }
}

async function again() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = fresh.getElementById(part.id);
      if (next && next.innerHTML !== part.innerHTML) {
        part.innerHTML = next.innerHTML;
        tell(part);
      }
      if (next && !("refresh" in next.dataset)) return;
    }
  } catch {
    // the network is away for a moment: the next round tries again
  }
  wait();
}

function wait() {
  setTimeout(again, Number(part.dataset.refresh) * 1000);
}

if (part) {
  for (const call of calls(part)) heard.add(call.dataset.call);
  wait();
}

if (sound && "speechSynthesis" in window) {
  sound.hidden = false;
  sound.addEventListener("click", () => {
    const on = sound.getAttribute("aria-pressed") !== "true";
    sound.setAttribute("aria-pressed", String(on));
    if (!on) return speechSynthesis.cancel();
    if (voiceNote) voiceNote.hidden = Boolean(voice());
    const last = calls(document).filter((call) => call.dataset.say).pop();
    if (last) speak(last.dataset.say);
  });
}

const print = document.querySelector("[data-print]");
if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

const back = document.querySelector("[data-return]");
if (back) setTimeout(() => location.assign(back.href), Number(back.dataset.return) * 1000);
