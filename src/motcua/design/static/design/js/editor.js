// Shows, of a condition, only what its way of writing needs. Without scripts all of it is shown.
//
// Relies on: [data-condition] around select[data-mode] and parts [data-for=simple], [data-for=cel].

function show(condition) {
  const mode = condition.querySelector("[data-mode]").value;
  for (const part of condition.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== mode;
}

for (const condition of document.querySelectorAll("[data-condition]")) {
  condition.querySelector("[data-mode]").addEventListener("change", () => show(condition));
  show(condition);
}
