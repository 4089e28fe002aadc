// Suggestions while one types: an ARIA combobox with a list box (WAI-ARIA APG, "list autocomplete with
// manual selection"). Without this script the form is a plain form; with it, Enter still sends it unless
// an option is chosen. Waits a little, drops answers that come late, remembers what it has asked.

const WAIT = 140;
const REMEMBERED = 50;

class Finder {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.answers = new Map();
    this.current = -1;
    this.build();
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[data-href]")));
  }

  build() {
    this.list = document.createElement("ul");
    Object.assign(this.list, { className: "suggest", id: `${this.input.id}-suggest`, hidden: true });
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.form.dataset.some);
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    this.form.append(this.list, this.status);
    const states = { role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(states)) this.input.setAttribute(name, value);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), WAIT);
  }

  async ask() {
    const words = this.input.value;
    if (words.trim().length < 2) return this.close();
    this.running?.abort();
    this.running = new AbortController();
    try {
      const drawn = this.answers.get(words) ?? (await this.fetch(words, this.running.signal));
      this.remember(words, drawn);
      if (this.input.value === words && document.activeElement === this.input) this.show(drawn);
    } catch (reason) {
      if (reason.name !== "AbortError") this.close();
    }
  }

  async fetch(words, signal) {
    const address = `${this.form.dataset.suggest}?${new URLSearchParams({ q: words })}`;
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.text();
  }

  remember(words, drawn) {
    this.answers.set(words, drawn);
    if (this.answers.size > REMEMBERED) this.answers.delete(this.answers.keys().next().value);
  }

  show(drawn) {
    this.list.innerHTML = drawn;
    this.choose(-1);
    const number = this.options.length;
    this.status.textContent = number ? `${number} ${this.form.dataset.some}` : this.form.dataset.none;
    this.open(number > 0);
  }

  get options() {
    return [...this.list.querySelectorAll("[role=option]")];
  }

  open(is) {
    this.list.hidden = !is;
    this.input.setAttribute("aria-expanded", String(is));
  }

  close() {
    clearTimeout(this.timer);
    this.running?.abort();
    this.choose(-1);
    this.open(false);
  }

  choose(index) {
    const options = this.options;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    this.current = index;
    const chosen = options[index];
    if (chosen) {
      this.input.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const number = this.options.length;
    if (event.isComposing) return;
    if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && number) {
      event.preventDefault();
      this.open(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choose(((this.current + step + 1 + number + 1) % (number + 1)) - 1);
    } else if (event.key === "Enter" && !this.list.hidden && this.current >= 0) {
      event.preventDefault();
      this.go(this.options[this.current]);
    }
  }

  go(option) {
    if (option) window.location.assign(option.dataset.href);
  }
}

for (const form of document.querySelectorAll("form[data-suggest]")) new Finder(form);
