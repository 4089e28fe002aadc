// Entry point of every page with a form: wires what its data- attributes ask for.
//
//   script[data-rules]                       → conditions.js (with vendor/cel.js, fetched only then)
//   [data-autosave]                          → autosave.js
//   [data-upload]                            → upload.js
//   fieldset[data-units="/don-vi/"]          → here: select[data-part=province] fills
//       select[data-part=commune] from /don-vi/<province>.json, a list of {"code", "name"};
//       .address__choose (the button for browsers without scripts) is hidden
//   [data-error-summary]                     → gets the focus when the page has opened
//   button                                   → here: a press counts though the button moves away

const STILL = 10; // CSS pixels that a finger may move between press and release

class Units {
  constructor(place) {
    this.place = place;
    this.province = place.querySelector("[data-part=province]");
    this.commune = place.querySelector("[data-part=commune]");
    this.button = place.querySelector(".address__choose");
    if (!this.province || !this.commune) return;
    if (this.button) this.button.hidden = true;
    this.filled = this.commune.options.length > 1 ? this.province.value : "";
    this.province.addEventListener("change", () => this.fill());
    if (this.province.value !== this.filled) this.fill();
  }

  async fill() {
    const code = this.province.value;
    if (!code) return this.offer([]);
    this.commune.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(`${this.place.dataset.units}${encodeURIComponent(code)}.json`, { credentials: "same-origin" });
      if (!response.ok) throw new Error(String(response.status));
      const units = await response.json();
      if (this.province.value === code) this.offer(units);
    } catch {
      if (this.button) this.button.hidden = false;
    }
    this.commune.removeAttribute("aria-busy");
  }

  // What is chosen now stays, also if it was chosen while the list was on its way.
  offer(units) {
    const chosen = this.commune.value;
    const first = [...this.commune.options].find((option) => !option.value) ?? new Option("", "");
    const options = units.map(({ code, name }) => new Option(name, code, false, code === chosen));
    this.commune.replaceChildren(first, ...options);
    if (!options.some((option) => option.selected)) this.commune.value = "";
    this.commune.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// Leaving a field by pressing a button may change the page: a question appears, a line says “saved”.
// What moves away between press and release gets no click from the browser; it gets one from us.
class Presses {
  constructor(form) {
    form.addEventListener("pointerdown", (event) => {
      const button = event.target.closest("button");
      this.at = button && event.button === 0 ? { button, x: event.clientX, y: event.clientY } : null;
    });
    addEventListener("pointerup", (event) => {
      const pressed = this.at;
      this.at = null;
      if (!pressed || pressed.button.contains(event.target)) return;
      const moved = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y);
      if (moved < STILL) pressed.button.click();
    });
    addEventListener("pointercancel", () => (this.at = null));
  }
}

async function wire(form) {
  form.noValidate = true;
  new Presses(form);
  form.querySelectorAll("[data-units]").forEach((place) => new Units(place));
  const parts = [];
  if (form.querySelector("script[data-rules]")) parts.push(import("./conditions.js"));
  if (form.querySelector("[data-autosave]")) parts.push(import("./autosave.js"));
  if (form.querySelector("[data-upload]")) parts.push(import("./upload.js"));
  // One part that does not load must not take the others with it: the page works without any.
  const loaded = await Promise.allSettled(parts);
  await Promise.allSettled(loaded.map(({ value }) => value?.start(form)));
  form.dataset.ready = "";
}

document.querySelector("[data-error-summary]")?.focus();
document.querySelectorAll("form").forEach(wire);
