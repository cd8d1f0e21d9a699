// The photo desk's own worker: takes pictures apart with the browser's means, and hands the dots to WebAssembly.
// It keeps of each picture a small copy, for the screen; the pictures themselves are read again when the PDF is made.
import { initSync, look, pages_of, preview, Paper } from "{{script}}";

/** The longer side of the small copies, in dots. */
const SMALL = 1000;
/** The longer side a sheet comes out with; what is larger in the picture is made smaller before it is cut out. */
const LARGE = 2000;

const small = new Map();
const ready = WebAssembly.compileStreaming(fetch("{{wasm}}")).then((module) => {
  initSync({ module });
  // Some browsers hand out wrong dots, so that nobody is recognised by them; a paper made of those would be ruined.
  const { dots } = dotsOf(undefined, 2, 1, (context) => {
    context.fillStyle = "#c83232";
    context.fillRect(0, 0, 1, 1);
  });
  if (Math.abs(dots[0] - 200) > 2 || Math.abs(dots[1] - 50) > 2 || dots[4] < 250) throw new Error("dots");
});

function dotsOf(bitmap, width, height, draw = (context) => context.drawImage(bitmap, 0, 0, width, height)) {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  // What is transparent is paper.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  draw(context);
  return { dots: new Uint8Array(context.getImageData(0, 0, width, height).data.buffer), width };
}

/** Reads a picture with its longer side at most so long; turned as the camera was held. */
async function read(blob, longest) {
  const bitmap = await createImageBitmap(blob, { imageOrientation: "from-image" });
  const by = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const picture = dotsOf(bitmap, Math.max(1, Math.round(bitmap.width * by)), Math.max(1, Math.round(bitmap.height * by)));
  bitmap.close();
  return picture;
}

/** How large a whole picture is read so that its sheet has about as many dots as it comes out with. */
function enough(corners) {
  const share = (from) => Math.max(...[0, 1, 2, 3].map((at) => Math.abs(corners[at * 2 + from] - corners[((at + 1) % 4) * 2 + from])));
  return Math.min(6000, Math.ceil(LARGE / Math.max(share(0), share(1), 0.1)));
}

/** Draws a tile with slanted words: how much of each dot they cover. */
function stampOf(words) {
  const [width, height] = [760, 380];
  const { dots } = dotsOf(undefined, width, height, (context) => {
    context.fillStyle = "#000";
    context.font = "600 30px system-ui, sans-serif";
    context.textAlign = "center";
    context.translate(width / 2, height / 2);
    context.rotate(-Math.PI / 9);
    context.fillText(words, 0, 0, width - 40);
  });
  const cover = new Uint8Array(width * height);
  for (let at = 0; at < cover.length; at += 1) cover[at] = 255 - dots[at * 4];
  return { cover, width };
}

const does = {
  /** A picture comes to the desk: where its sheet lies, and what one may doubt about it. */
  async look({ page, blob }) {
    const picture = await read(blob, SMALL);
    small.set(page, picture);
    const seen = look(picture.dots, picture.width);
    const height = picture.dots.length / 4 / picture.width;
    return { corners: seen.slice(0, 8), blurred: seen[8] === 1, dark: seen[9] === 1, width: picture.width, height, dots: picture.dots.slice() };
  },
  /** How a page comes out, small. */
  preview({ page, corners, turns, grey }) {
    const { dots, width } = small.get(page);
    const shown = preview(dots, width, corners, turns, grey, 480);
    const across = shown.width();
    return { width: across, dots: shown.dots() };
  },
  drop: ({ page }) => void small.delete(page),
  /** Makes the PDF, page by page. */
  async paper({ pages, grey, most, stamp, id }) {
    const { cover, width } = stamp ? stampOf(stamp) : { cover: new Uint8Array(), width: 0 };
    const paper = new Paper(most, cover, width);
    for (const [at, { blob, corners, turns }] of pages.entries()) {
      postMessage({ id, page: at + 1 });
      const picture = await read(blob, enough(corners));
      paper.add(picture.dots, picture.width, corners, turns, grey, pages.length - 1 - at);
    }
    const pdf = paper.written();
    paper.free();
    return { pdf };
  },
  /** How many pages a PDF has. */
  count: async ({ blob }) => ({ pages: pages_of(new Uint8Array(await blob.arrayBuffer())) }),
};

addEventListener("message", async ({ data }) => {
  try {
    await ready;
    const done = (await does[data.act](data)) ?? {};
    postMessage({ id: data.id, done }, [done.dots, done.pdf].filter(Boolean).map((bytes) => bytes.buffer));
  } catch (fault) {
    postMessage({ id: data.id, fault: String(fault) });
  }
});
