// CEL as motcua runs it in the browser: the flat, typed expressions that
// motcua.forms.rules.conditions.translate wrote, and the functions they may call.

const DAY = 86400000;

export function day(text) {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const time = found ? Date.UTC(2000, found[2] - 1, found[3]) : NaN;
  const date = new Date(time);
  if (found) date.setUTCFullYear(+found[1], found[2] - 1, +found[3]);
  if (!found || +found[1] < 1 || iso(date) !== text) throw new Error(`no date: ${text}`);
  return date;
}

function iso(date) {
  const two = (number) => String(number).padStart(2, "0");
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  return `${year}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function months(born, on) {
  const [start, end] = [day(born), day(on)];
  const whole = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return whole - (end.getUTCDate() < start.getUTCDate() ? 1 : 0);
}

// The same functions as motcua.forms.rules.conditions.functions, identically.
export const FUNCTIONS = {
  "age_years(string, string): int": (born, on) => BigInt(Math.floor(months(born, on) / 12)),
  "age_months(string, string): int": (born, on) => BigInt(months(born, on)),
  "days_between(string, string): int": (start, end) => BigInt((day(end) - day(start)) / DAY),
  "add_days(string, int): string": (start, days) => {
    const moved = new Date(day(start).getTime() + Number(days) * DAY);
    const year = moved.getUTCFullYear();
    if (!(year >= 1 && year <= 9999)) throw new Error("out of the calendar");
    return iso(moved);
  },
  "year_of(string): int": (text) => {
    if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) throw new Error(`no year: ${text}`);
    return BigInt(text.slice(0, 4));
  },
  "fold(string): string": (text) =>
    text.normalize("NFC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đð]/g, "d").normalize("NFC"),
};

const TYPES = { "list<map>": "list<map<string, dyn>>" };

export function environment(Environment, types) {
  const made = new Environment({ homogeneousAggregateLiterals: false });
  for (const [signature, call] of Object.entries(FUNCTIONS)) made.registerFunction(signature, call);
  for (const [name, type] of Object.entries(types)) {
    made.registerVariable(name, TYPES[type] ?? type);
    made.registerVariable(`has__${name}`, "bool");
  }
  return made;
}

export function typed(value) {
  if (typeof value === "number") return BigInt(value);
  if (Array.isArray(value)) return value.map(typed);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(inner)]));
  }
  return value;
}

// Gives the value over flat variables, or null where there is none (something is not answered).
export function evaluate(program, given) {
  try {
    return program(given);
  } catch {
    return null;
  }
}
