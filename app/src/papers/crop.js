// Four corners on a picture: dragged, tapped to a place, or moved by arrow keys.

const STEP = 0.01;
/** Seen on dark and on light. */
const LINES = [{ colour: "#fff", thick: 0.012 }, { colour: "#0a5f59", thick: 0.006 }];

/** Corners after so many quarters, clockwise: the first of them is always the one that is seen at the upper left. */
function turned(corners, quarters) {
  if (!quarters) return [...corners];
  const once = [3, 0, 1, 2].flatMap((at) => [1 - corners[at * 2 + 1], corners[at * 2]]);
  return turned(once, quarters - 1);
}

/** How many quarters bring back what so many turned. */
const back = (quarters) => (4 - quarters) % 4;

/**
 * Shows a picture in the frame of a page with its corners; `moved` hears of every change. Returns what moves all of them,
 * and what turns the picture: one sees it as it will come out, while corners are told by where they are in the picture itself.
 */
export function cropper(frame, { dots, width, height }, first, moved) {
  const canvas = frame.querySelector("canvas");
  const handles = [...frame.querySelectorAll("[data-corner]")];
  const picture = new OffscreenCanvas(width, height);
  picture.getContext("2d").putImageData(new ImageData(new Uint8ClampedArray(dots.buffer), width, height), 0, 0);
  const context = canvas.getContext("2d");
  let turns = 0;
  // As they are seen.
  let corners = [...first];
  let chosen;

  function draw() {
    const [across, down] = turns % 2 ? [height, width] : [width, height];
    if (canvas.width !== across || canvas.height !== down) Object.assign(canvas, { width: across, height: down });
    context.setTransform(1, 0, 0, 1, across / 2, down / 2);
    context.rotate((turns * Math.PI) / 2);
    context.drawImage(picture, -width / 2, -height / 2);
    context.resetTransform();
    context.beginPath();
    for (let at = 0; at < 8; at += 2) context.lineTo(corners[at] * across, corners[at + 1] * down);
    context.closePath();
    for (const { colour, thick } of LINES) {
      context.strokeStyle = colour;
      context.lineWidth = Math.max(width, height) * thick;
      context.stroke();
    }
    // The script may place things; a style attribute may not.
    for (const [at, handle] of handles.entries()) {
      handle.style.left = `${canvas.offsetLeft + corners[at * 2] * canvas.clientWidth - handle.offsetWidth / 2}px`;
      handle.style.top = `${canvas.offsetTop + corners[at * 2 + 1] * canvas.clientHeight - handle.offsetHeight / 2}px`;
    }
  }

  /** Moves a corner, unless the sheet would be folded by it. */
  function move(at, x, y) {
    const next = [...corners];
    next[at * 2] = Math.min(1, Math.max(0, x));
    next[at * 2 + 1] = Math.min(1, Math.max(0, y));
    if (!goesRound(next)) return;
    corners = next;
    draw();
    moved(turned(corners, back(turns)));
  }

  const place = (event) => {
    const seen = canvas.getBoundingClientRect();
    return [(event.clientX - seen.left) / seen.width, (event.clientY - seen.top) / seen.height];
  };
  const choose = (at) => {
    chosen = at;
    for (const [other, handle] of handles.entries()) handle.setAttribute("aria-pressed", other === at);
  };

  for (const [at, handle] of handles.entries()) {
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      choose(at);
    });
    handle.addEventListener("pointermove", (event) => handle.hasPointerCapture(event.pointerId) && move(at, ...place(event)));
    handle.addEventListener("focus", () => choose(at));
    handle.addEventListener("keydown", (event) => {
      const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!by) return;
      event.preventDefault();
      const far = STEP * (event.shiftKey ? 5 : 1);
      move(at, corners[at * 2] + by[0] * far, corners[at * 2 + 1] + by[1] * far);
    });
  }
  // Nobody has to drag: a corner is chosen, then its place.
  canvas.addEventListener("click", (event) => {
    const [x, y] = place(event);
    const far = (at) => Math.hypot(corners[at * 2] - x, corners[at * 2 + 1] - y);
    move(chosen ?? [0, 1, 2, 3].reduce((near, at) => (far(at) < far(near) ? at : near)), x, y);
  });
  new ResizeObserver(draw).observe(canvas);
  draw();
  return {
    move(all) {
      corners = turned(all, turns);
      draw();
      moved([...all]);
    },
    turn(quarters) {
      corners = turned(turned(corners, back(turns)), quarters);
      turns = quarters;
      draw();
    },
  };
}

/** Whether four corners go round once, clockwise, without a dent. */
function goesRound(corners) {
  const at = (corner) => [corners[(corner % 4) * 2], corners[(corner % 4) * 2 + 1]];
  return [0, 1, 2, 3].every((corner) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [at(corner), at(corner + 1), at(corner + 2)];
    return (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0.001;
  });
}
