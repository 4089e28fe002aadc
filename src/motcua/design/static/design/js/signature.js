// Lets somebody sign on the screen. Without scripts the name is typed and a box is ticked instead.
//
// Relies on: [data-signature] (hidden until this runs) with a canvas of 600 by 200, a button of
// type "button" that clears it, and a hidden input that is sent: the strokes as an SVG path
// ("M10 20L11 22…", absolute, whole numbers), at most 40,000 characters; then no more is drawn.

const MOST = 39000;

class Signature {
  constructor(place) {
    this.sheet = place.querySelector("canvas");
    this.kept = place.querySelector("input[type=hidden]");
    this.pen = this.sheet.getContext("2d");
    Object.assign(this.pen, { lineWidth: 3, lineCap: "round", lineJoin: "round" });
    this.down = false;
    this.sheet.addEventListener("pointerdown", (event) => this.begin(event));
    this.sheet.addEventListener("pointermove", (event) => this.go(event));
    for (const kind of ["pointerup", "pointercancel"])
      this.sheet.addEventListener(kind, () => (this.down = false));
    place.querySelector("button").addEventListener("click", () => this.clear());
    place.hidden = false;
  }

  point(event) {
    const box = this.sheet.getBoundingClientRect();
    const on = (at, length, size) => Math.min(size, Math.max(0, Math.round((at / length) * size)));
    return [on(event.clientX - box.left, box.width, 600), on(event.clientY - box.top, box.height, 200)];
  }

  begin(event) {
    event.preventDefault();
    this.sheet.setPointerCapture(event.pointerId);
    this.down = true;
    const [x, y] = this.point(event);
    this.stroke(`M${x} ${y}`, x, y, true);
  }

  go(event) {
    if (!this.down) return;
    const [x, y] = this.point(event);
    this.stroke(`L${x} ${y}`, x, y, false);
  }

  stroke(words, x, y, first) {
    if (this.kept.value.length > MOST) return;
    this.kept.value += words;
    if (first) this.pen.beginPath(), this.pen.moveTo(x, y);
    else this.pen.lineTo(x, y), this.pen.stroke();
  }

  clear() {
    this.kept.value = "";
    this.pen.clearRect(0, 0, 600, 200);
  }
}

for (const place of document.querySelectorAll("[data-signature]")) new Signature(place);
