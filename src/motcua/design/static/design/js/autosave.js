// Saves what is typed to the draft on the server, field by field, and says so.
//
// Relies on, inside the form element:
//   data-autosave="<url>"   on an element with role="status", whose text says how far it is saved
//   input csrfmiddlewaretoken, input _revision (the draft's revision; kept up to date here),
//   and input _unheard, where the server tells this page's own saves from another device's; there
//   also input _shown (the imprint of what the page shows of the draft; kept up to date here)
// Sends: POST url, the whole page as a form (without files) and `_autosave=1`, X-CSRFToken,
// `_save` (a name for this save) and `_unheard` (names of earlier ones whose answer never came:
// over a poor network the server may have saved what this page believes lost).
// Answers: 200 {"revision": n, "shown": "…", "saved_at": "10:32"} · 409: somebody saved meanwhile · 401/403: signed
// out · anything else, or no network: tried again, later and later, and at once when back online.

const QUIET = 1200; // ms after the last key; a change of field is saved at once
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60000;
const MOST_UNHEARD = 20;
const ABOUT = ["_revision", "_unheard", "_shown"]; // fields about the page, not of it

const english = () => document.documentElement.lang.startsWith("en");
const WORDS = {
  saving: ["Đang lưu…", "Saving…"],
  saved: ["Đã lưu lúc {at}", "Saved at {at}"],
  offline: ["Đang chờ mạng… Bạn cứ tiếp tục, chúng tôi sẽ lưu khi có mạng.", "Waiting for the network… Carry on, we will save when it is back."],
  conflict: [
    "Tờ khai này vừa được sửa ở một thiết bị khác. Những gì bạn đang gõ vẫn còn trên trang; bạn hãy mở lại tờ khai ở một thẻ khác để so lại.",
    "This form was just changed on another device. What you typed is still on this page; open the form in another tab to compare.",
  ],
  signedOut: ["Bạn đã đăng xuất. Bạn hãy đăng nhập lại ở một thẻ khác rồi gõ tiếp.", "You are logged out. Log in again in another tab, then carry on."],
  refused: ["Chưa lưu được phần này. Bạn hãy bấm “Lưu và tiếp tục” để xem cần sửa gì.", "This was not saved. Press “Save and continue” to see what to correct."],
};

export class Autosave {
  constructor(form, state, url = state.dataset.autosave) {
    Object.assign(this, { form, state, url, wait: 0, timer: 0, busy: false, stopped: false, newest: "", left: "", unheard: [] });
    this.last = this.body().toString();
    form.addEventListener("input", () => this.soon(QUIET));
    form.addEventListener("change", () => this.soon(0));
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      this.own();
      this.stop();
    });
    addEventListener("online", () => this.soon(0));
    addEventListener("pageshow", (event) => {
      if (event.persisted) this.stopped = false;
    });
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.leave();
    });
  }

  field(name) {
    return this.form.querySelector(`input[name="${name}"]`);
  }

  // A save whose answer has not come may change the revision: that is no other device, it is this
  // page. Where the server cannot tell the two apart, the revision is not asked about.
  own() {
    const told = this.field("_unheard");
    if (told) told.value = this.unheard.join(" ");
    else if (this.unheard.length) this.field("_revision").value = "";
  }

  body() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string" && !ABOUT.includes(name)) body.append(name, value);
    }
    body.append("_autosave", "1");
    return body;
  }

  say(key, at = "") {
    const text = WORDS[key][english() ? 1 : 0].replace("{at}", at);
    if (this.state.textContent !== text) this.state.textContent = text;
    this.state.dataset.state = key;
  }

  soon(delay) {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  // Sends what stands on the page (`sent`); gives the answer and the name of this save.
  async request(body, sent, keepalive) {
    this.newest = sent;
    const name = Date.now().toString(36) + Math.random().toString(36).slice(2, 14);
    body.append("_revision", this.field("_revision")?.value ?? "");
    body.append("_save", name);
    body.append("_unheard", this.unheard.join(" "));
    body.append("_shown", this.field("_shown")?.value ?? "");
    this.unheard = [...this.unheard, name].slice(-MOST_UNHEARD);
    const response = await fetch(this.url, {
      method: "POST",
      body,
      keepalive,
      credentials: "same-origin",
      headers: { "X-CSRFToken": this.field("csrfmiddlewaretoken")?.value ?? "", Accept: "application/json" },
    });
    const refused = response.redirected || (response.status >= 400 && response.status < 500);
    if (refused) this.unheard = this.unheard.filter((one) => one !== name);
    return { response, name, sent };
  }

  async save() {
    if (this.busy) return void (this.again = true);
    const body = this.body();
    const sent = body.toString();
    if (this.stopped || sent === this.last) return;
    this.busy = true;
    this.again = false;
    this.say("saving");
    try {
      await this.heard(await this.request(body, sent, false));
    } catch {
      this.retry();
    }
    this.busy = false;
    if (this.again) this.soon(0);
  }

  async heard({ response, name, sent }) {
    if (response.status === 409) {
      if (sent !== this.newest) return; // overtaken by a later save of this page
      this.stop();
      return this.say("conflict");
    }
    if (response.redirected || [401, 403].includes(response.status)) {
      this.say("signedOut");
      return this.later();
    }
    if (response.status >= 500 || response.status === 429) return this.retry();
    if (!response.ok) return this.say("refused");
    const answer = await response.json();
    const revision = this.field("_revision");
    if (revision && answer.revision > Number(revision.value)) {
      revision.value = answer.revision;
      if (this.field("_shown")) this.field("_shown").value = answer.shown;
    }
    this.last = sent;
    this.unheard = this.unheard.slice(this.unheard.indexOf(name) + 1);
    this.wait = 0;
    this.say("saved", answer.saved_at ?? "");
  }

  retry() {
    this.say("offline");
    this.later();
  }

  later() {
    this.wait = Math.min(this.wait ? this.wait * 2 : FIRST_WAIT, LONGEST_WAIT);
    this.soon(this.wait);
  }

  // The page goes away: what is not saved yet is sent on, and the browser finishes it. So it does
  // with a save that is on its way, which goes with the page.
  leave() {
    const body = this.body();
    const sent = body.toString();
    if (this.stopped || [this.last, this.left].includes(sent)) return;
    this.left = sent;
    this.request(body, sent, sent.length < 60000).then(
      (said) => this.heard(said),
      () => (this.left = ""),
    );
  }

  stop() {
    clearTimeout(this.timer);
    this.stopped = true;
  }
}

export function start(form) {
  const state = form.querySelector("[data-autosave]");
  return state ? new Autosave(form, state) : null;
}
