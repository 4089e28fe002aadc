// Follows work that goes on: while the part named here says so, it is fetched anew every two seconds.
// Without scripts the page has a link that shows it again.

const PAUSE = 2000;
let part = document.querySelector("[data-follow]");

async function again() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = fresh.getElementById(part.id);
  if (!next) return;
  if (next.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
    part.replaceWith(next);
    part = next;
  }
  if ("follow" in next.dataset) setTimeout(again, PAUSE);
}

if (part) setTimeout(again, PAUSE);
