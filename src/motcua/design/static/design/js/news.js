// Tells of news while a page stays open, and puts kept sentences into a reason. Nothing on the page moves by itself.

const news = document.querySelector("[data-news]");

function tell(words) {
  news.replaceChildren();
  if (!words) return;
  const link = document.createElement("a");
  link.href = news.dataset.again;
  link.textContent = news.dataset.link;
  // The address may be this page's own with a part after #, which a browser would only scroll to.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.href === new URL(link.href).href ? location.reload() : location.assign(link.href);
  });
  news.append(`${words} `, link);
}

if (news && "EventSource" in window) {
  const source = new EventSource(news.dataset.news);
  source.addEventListener("message", (event) => tell(JSON.parse(event.data).words));
  addEventListener("pagehide", () => source.close());
}

for (const list of document.querySelectorAll("[data-reasons]")) {
  const box = document.getElementById(list.dataset.reasons);
  for (const button of box ? list.querySelectorAll("button") : []) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const words = button.parentElement.querySelector(".reasons__words").textContent;
      box.value = box.value.trim() ? `${box.value.trim()}\n${words}` : words;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
    });
  }
}
