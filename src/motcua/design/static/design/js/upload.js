// Sends files one by one, in pieces, with a bar, and goes on by itself after the network was lost.
//
// Relies on a wrapper  <div data-field="<path>" data-upload="<url>" data-max="5">  that holds
//   ul.files                 where files stand; a stored one is li.file[data-key] with a hidden input
//   input.upload__input      type="file"; its files are taken over from here
//   .upload__send            the button for browsers without scripts (hidden here)
//   .upload__state           role="status"
// and on input csrfmiddlewaretoken in the form around it.
// Protocol: POST <url>?khoa=<uuid>&tong=<bytes>&vi-tri=<offset>&ten=<file name>, body = raw piece,
// X-CSRFToken → {"received": n} | {"done": {key, filename, size, state}, "revision": n} | {"error": "…"};
// `revision` is the draft's new one and goes into input _revision, if there is one.
// GET <url>?khoa=<uuid> → {"received": n}, where to go on after a break. Without scripts: multipart.

const PIECE = 256 * 1024;
const WAITS = [1000, 2000, 4000, 8000, 15000, 30000];

const english = () => document.documentElement.lang.startsWith("en");
const say = (vi, en) => (english() ? en : vi);

function element(tag, attributes = {}, ...children) {
  const made = Object.assign(document.createElement(tag), attributes);
  made.append(...children);
  return made;
}

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

function size(bytes) {
  return bytes < 1048576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1).replace(".", english() ? "." : ",")} MB`;
}

// Resolves after a while, or at once when the network is back.
function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done() {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    }
    addEventListener("online", done);
  });
}

export class Upload {
  constructor(place) {
    this.place = place;
    this.form = place.closest("form");
    this.input = place.querySelector(".upload__input");
    this.list = place.querySelector(".files");
    this.state = place.querySelector(".upload__state");
    this.queue = [];
    this.running = false;
    place.querySelector(".upload__send")?.setAttribute("hidden", "");
    this.input.addEventListener("change", () => this.take([...this.input.files]));
    this.form.addEventListener("submit", (event) => this.hold(event));
    addEventListener("beforeunload", (event) => {
      if (this.running) event.preventDefault();
    });
    this.limit();
  }

  take(files) {
    for (const file of files) {
      const bar = element("progress", { max: file.size || 1, value: 0 });
      bar.setAttribute("aria-label", say(`Đang tải ${file.name}`, `Uploading ${file.name}`));
      const words = element("span", { className: "muted", textContent: size(file.size) });
      const row = element("li", { className: "file file--sending" }, element("span", { className: "file__words" }, file.name, " ", words), bar);
      this.list.append(row);
      this.queue.push({ file, row, bar, words, key: uuid() });
    }
    this.input.value = "";
    this.run();
  }

  async run() {
    if (this.running) return;
    this.running = true;
    for (let one = this.queue.shift(); one; one = this.queue.shift()) await this.send(one);
    this.running = false;
    this.limit();
  }

  address(one, more) {
    const url = new URL(this.place.dataset.upload, location.href);
    for (const [name, value] of Object.entries({ khoa: one.key, ...more })) url.searchParams.set(name, value);
    return url;
  }

  async send(one) {
    let [offset, failures] = [0, 0];
    for (;;) {
      try {
        if (failures) offset = (await this.ask(this.address(one), "GET")).received ?? 0;
        const piece = one.file.slice(offset, offset + PIECE);
        const place = { tong: one.file.size, "vi-tri": offset, ten: one.file.name };
        const answer = await this.ask(this.address(one, place), "POST", piece);
        if (answer.error) return this.refuse(one, answer.error);
        if (answer.done) return this.finish(one, answer.done, answer.revision);
        if (!(answer.received > offset)) throw new Error("no progress");
        [offset, failures] = [answer.received, 0];
        one.bar.value = offset;
        this.tell(say(`Đang tải ${one.file.name}…`, `Uploading ${one.file.name}…`));
      } catch (error) {
        if (error instanceof DOMException && error.name === "NotReadableError") {
          return this.refuse(one, say("Không đọc được tệp này. Bạn hãy chọn lại.", "This file cannot be read; choose it again."));
        }
        this.tell(say("Đang chờ mạng… Tệp sẽ được tải tiếp.", "Waiting for the network… The upload will go on."));
        await pause(WAITS[Math.min(failures++, WAITS.length - 1)]);
      }
    }
  }

  // 4xx answers hold a sentence; everything else that is not JSON is a break in the network.
  async ask(url, method, body) {
    const token = this.form.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
    const headers = { "X-CSRFToken": token, Accept: "application/json" };
    if (body) headers["Content-Type"] = "application/octet-stream";
    const response = await fetch(url, { method, body, headers, credentials: "same-origin" });
    if (response.status === 401) {
      return { error: say("Bạn đã đăng xuất. Bạn hãy đăng nhập lại rồi tải tệp này.", "You are logged out. Log in again, then upload this file.") };
    }
    if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
    if ((response.headers.get("Content-Type") ?? "").includes("json")) return response.json();
    return { error: say("Chưa tải được tệp. Bạn hãy tải lại trang rồi thử lại.", "The file was not uploaded. Reload the page and try again.") };
  }

  finish(one, done, newest) {
    const revision = this.form.querySelector("input[name=_revision]");
    if (revision && newest > Number(revision.value)) revision.value = newest;
    const path = this.place.dataset.field;
    one.row.classList.remove("file--sending");
    one.row.dataset.key = done.key;
    one.bar.remove();
    one.words.textContent = [size(done.size), done.state].filter(Boolean).join(" · ");
    const remove = element("button", { className: "button button--quiet", name: "_remove_file", value: `${path}:${done.key}` });
    remove.formNoValidate = true;
    remove.append(say("Bỏ", "Remove"), element("span", { className: "visually-hidden", textContent: ` ${done.filename}` }));
    one.row.append(element("input", { type: "hidden", name: path, value: done.key }), remove);
    this.tell(say(`Đã tải lên ${done.filename}.`, `${done.filename} is uploaded.`));
    this.form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  refuse(one, sentence) {
    one.bar.remove();
    one.row.classList.add("file--refused");
    one.words.textContent = sentence;
    this.tell(`${one.file.name}: ${sentence}`);
  }

  tell(words) {
    if (this.state && this.state.textContent !== words) this.state.textContent = words;
  }

  limit() {
    const most = Number(this.place.dataset.max) || (this.input.multiple ? Infinity : 1);
    const stored = this.list.querySelectorAll("[data-key]").length;
    this.input.closest(".upload__add").hidden = stored >= most;
  }

  hold(event) {
    if (!this.running || event.submitter?.formNoValidate) return;
    event.preventDefault();
    this.tell(say("Tệp đang được tải lên. Bạn hãy đợi xong rồi bấm tiếp.", "A file is being uploaded. Wait until it is done, then go on."));
    this.input.focus();
  }
}

export function start(form) {
  return [...form.querySelectorAll("[data-upload]")].filter((place) => place.querySelector(".upload__input")).map((place) => new Upload(place));
}
