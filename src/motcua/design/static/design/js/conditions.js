// Shows, hides and works out as one types. A preview only: the server's answer always wins, and
// what was typed into a hidden field is kept.
//
// Relies on, inside the form element:
//   <script type="application/json" data-rules>   what forms.rules.for_browser gave (no script runs)
//   data-field="child.full_name"      wrapper of one field; gets `hidden` when it is not shown
//   .optional                         inside a wrapper: "(optional)", hidden when an answer is needed
//   data-computed="fee"               element whose text is the computed value
//   names of inputs as forms.rules.posting describes them (`….day`, `….province`, `kids.0.name`).

import { day, environment, evaluate, typed } from "./expressions.js";

const clean = (text) => text.normalize("NFC").replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "").trim().replace(/\s+/g, " ");

const READERS = {
  integer: whole,
  money: whole,
  date: (get) => dated(get, false),
  partial_date: (get) => dated(get, true),
  yes_no: (get) => ({ yes: true, no: false })[get("")],
  declaration: (get) => (get("") === "yes" ? true : undefined),
  choices: (get, all) => (all.length ? all : undefined),
  file: (get, all) => (all.length ? all : undefined),
};

function whole(get) {
  const text = get("").replace(/(\d)[ .,](?=\d{3}(?!\d))/g, "$1").replace(/\s*(đ|₫|đồng|vnđ|vnd)$/i, "");
  return /^[-+]?\d{1,18}$/.test(text) ? BigInt(text) : undefined;
}

function dated(get, partial) {
  const two = (part) => part.padStart(2, "0");
  let [y, m, d] = [get(".year"), get(".month"), get(".day")];
  const typedWhole = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(get(""));
  if (typedWhole) [, d, m, y] = typedWhole;
  if (!/^\d{4}$/.test(y)) return undefined;
  const text = [y, m && two(m), m && d && two(d)].filter(Boolean).join("-");
  if (d && !m) return undefined;
  if (!partial && text.length < 10) return undefined;
  try {
    day(text.length === 10 ? text : `${text}-01-01`.slice(0, 10));
    return text;
  } catch {
    return undefined;
  }
}

export class Conditions {
  constructor(form, rules, Environment) {
    this.form = form;
    this.rules = rules;
    const env = environment(Environment, rules.types);
    this.programs = new Map();
    for (const rule of Object.values(rules.fields)) {
      for (const text of [...(rule.visible ?? []), rule.required, rule.value]) {
        if (text && !this.programs.has(text)) this.programs.set(text, env.parse(text));
      }
    }
    form.addEventListener("input", () => this.update());
    form.addEventListener("change", () => this.update());
    this.update();
  }

  // One pass in the order of dependence, in which the server wrote the fields.
  update() {
    const given = Object.fromEntries(Object.entries(this.rules.known).map(([k, v]) => [k, typed(v)]));
    for (const name of Object.keys(this.rules.types)) given[`has__${name}`] = name in given;
    const post = new FormData(this.form);
    for (const [path, type] of Object.entries(this.rules.inputs)) {
      if (!this.rules.fields[path]) this.give(given, path, type, post);
    }
    for (const [path, rule] of Object.entries(this.rules.fields)) {
      const shown = (rule.visible ?? []).every((text) => this.run(text, given) === true);
      this.show(path, shown);
      if (!shown) continue;
      if (rule.value) this.compute(path, rule, given);
      else if (this.rules.inputs[path]) this.give(given, path, this.rules.inputs[path], post);
    }
    for (const [path, { required }] of Object.entries(this.rules.fields)) {
      if (required) this.need(path, this.run(required, given) === true);
    }
  }

  run(text, given) {
    return evaluate(this.programs.get(text), given);
  }

  give(given, path, type, post) {
    const flat = path.replaceAll(".", "__");
    if (type === "address" || type === "administrative_unit") {
      for (const part of ["province", "commune", "detail"]) this.put(given, `${flat}__${part}`, clean(post.get(`${path}.${part}`) ?? ""));
      this.put(given, flat, given[`${flat}__province`], false);
      return;
    }
    this.put(given, flat, typeof type === "object" ? rows(post, path, type) : answer(post, path, type));
  }

  put(given, flat, value, keep = true) {
    const has = value !== undefined && value !== null && value !== "";
    if (has && keep) given[flat] = value;
    given[`has__${flat}`] = has;
  }

  show(path, shown) {
    const field = this.form.querySelector(`[data-field="${CSS.escape(path)}"]`);
    if (field) field.hidden = !shown;
  }

  need(path, needed) {
    const mark = this.form.querySelector(`[data-field="${CSS.escape(path)}"] .optional`);
    if (mark) mark.hidden = needed;
  }

  compute(path, rule, given) {
    const value = this.run(rule.value, given);
    this.put(given, path.replaceAll(".", "__"), value);
    const place = this.form.querySelector(`[data-computed="${CSS.escape(path)}"]`);
    if (place) place.textContent = value === null ? "" : written(value, rule.as);
  }
}

// Rows as the conditions of other fields see them: each field read by its type.
function rows(post, path, types) {
  const numbers = new Set();
  for (const name of post.keys()) {
    const found = name.startsWith(`${path}.`) && /^(\d+)\./.exec(name.slice(path.length + 1));
    if (found) numbers.add(found[1]);
  }
  const read = (number) =>
    Object.entries(types).map(([name, type]) => [name, answer(post, `${path}.${number}.${name}`, type)]);
  const filled = ([, value]) => value !== undefined && value !== "";
  const list = [...numbers].map((number) => Object.fromEntries(read(number).filter(filled)));
  const given = list.filter((row) => Object.keys(row).length);
  return given.length ? given : undefined;
}

function answer(post, path, type) {
  const get = (part) => clean(post.get(path + part) ?? "");
  return (READERS[type] ?? ((first) => first("")))(get, post.getAll(path).filter(Boolean));
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

function written(value, as) {
  const english = document.documentElement.lang.startsWith("en");
  if (as === "money") {
    const grouped = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, english ? "," : ".");
    return english ? `${grouped} VND` : `${grouped} đ`;
  }
  if (as === "yes_no") return english ? (value ? "Yes" : "No") : value ? "Có" : "Không";
  if (as !== "date") return String(value);
  const [year, month, day] = String(value).split("-");
  return english ? `${Number(day)} ${MONTHS[month - 1]} ${year}` : `${day}/${month}/${year}`;
}

export async function start(form) {
  const script = form.querySelector("script[data-rules]");
  const rules = script && JSON.parse(script.textContent || "{}");
  if (!rules || !rules.fields) return null;
  const { Environment } = await import("../vendor/cel.js");
  return new Conditions(form, rules, Environment);
}
