// Reads the code of an identity card, from the camera or from a picture. Nothing of the picture leaves the device.
const WORDS = {
  refused: "Trình duyệt chưa cho dùng máy ảnh. Bạn cho phép trong cài đặt của trình duyệt, hoặc chọn ảnh chụp thẻ ở dưới.",
  none: "Máy này không có máy ảnh. Bạn chọn ảnh chụp thẻ ở dưới.",
  busy: "Máy ảnh chưa mở được. Đóng ứng dụng khác đang dùng máy ảnh rồi thử lại, hoặc chọn ảnh chụp thẻ ở dưới.",
  looking: "Đưa mã QR trên thẻ vào giữa khung hình.",
  slow: "Chưa thấy mã. Đưa thẻ lại gần hơn, tránh ánh đèn chiếu vào mã. Hoặc chọn ảnh chụp thẻ ở dưới.",
  reading: "Đang đọc ảnh…",
  absent: "Không thấy mã QR trong ảnh. Bạn chụp lại gần hơn, đủ sáng, rõ nét, rồi chọn ảnh mới.",
  picture: "Tệp này không mở được như một ảnh. Bạn chọn ảnh JPG hoặc PNG.",
  unloaded: "Chưa tải được phần đọc mã. Bạn xem lại mạng rồi thử lại, hoặc tự điền.",
};
const PANEL = `<h2>Quét mã QR trên thẻ căn cước</h2>
<p>Chỉ để đỡ gõ, không chứng minh bạn là ai. Ảnh không rời máy này và không được giữ lại.</p>
<p class="hint">Mã ở mặt trước thẻ căn cước công dân gắn chip, ở mặt sau thẻ căn cước cấp từ 7/2024.</p>
<video playsinline muted hidden></video>
<p role="status"></p>
<button class="button button-outlined" type="button" data-camera>Dùng máy ảnh</button>
<p><label for="anh-ma-qr">Chọn ảnh mã QR</label><br><input id="anh-ma-qr" type="file" accept="image/*"></p>
<button class="button button-outlined" type="button" data-close>Đóng</button>`;

/** A picture of a phone is made this large at most, then this small: one shows fine codes, the other hides the noise. */
const SIZES = [1400, 3000];
const SLOW = 15_000;

let ready;

/** What reads codes and understands cards, fetched once. */
const reader = () =>
  (ready ??= Promise.all([WebAssembly.compileStreaming(fetch("{{wasm}}")), import("{{script}}")])
    .then(([module, bundle]) => {
      bundle.initSync({ module });
      return bundle;
    })
    .catch((fault) => {
      ready = undefined;
      throw fault;
    }));

/** The browser's own reader, where it has one that knows these codes. */
async function ownReader() {
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : undefined;
  } catch {
    return undefined;
  }
}

/** The brightness of a picture, its longer side at most so many dots. */
function brightness(picture, width, height, most) {
  const scale = Math.min(1, most / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  // What a picture lets through is white, as the paper behind a code is.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const luma = new Uint8Array(canvas.width * canvas.height);
  for (let dot = 0; dot < luma.length; dot += 1) luma[dot] = (data[4 * dot] * 77 + data[4 * dot + 1] * 150 + data[4 * dot + 2] * 29) >> 8;
  return [luma, canvas.width, canvas.height];
}

/** The text of the code in a picture; the browser looks first, ours after it and more closely. */
async function codeIn(picture, width, height, sizes, own) {
  const found = await own?.detect(picture).catch(() => []);
  if (found?.[0]?.rawValue) return found[0].rawValue;
  const { read } = await reader();
  for (const most of sizes) {
    try {
      const text = read(...brightness(picture, width, height, most));
      if (text !== undefined) return text;
    } catch {
      // A picture nobody can read is one without a code.
    }
    if (Math.max(width, height) <= most) return undefined;
  }
  return undefined;
}

/** What a card says: `facts` for the form, and by name whatever else. */
function taken(lines) {
  const card = { facts: [], doubts: [] };
  for (const [name, value] of lines.split("\n").filter(Boolean).map((line) => line.split("\t"))) {
    if (name.startsWith("fact:")) card.facts.push([name.slice(5), value]);
    else if (name === "doubt") card.doubts.push(value);
    else card[name] = value;
  }
  return card;
}

/** Finds the codes of today's province and commune; nothing where the card names none of them, or the lists do not come. */
async function addressOf(card, places, { find_unit }) {
  try {
    const list = async (address) => (await fetch(address)).json();
    const pick = (rows, name) => rows[find_unit(name, rows.map((row) => row[1]).join("\n"))];
    const province = pick(await list(places), card.province);
    const commune = pick(await list(province[2]), card.commune);
    return [["address.province", province[0]], ["address.commune", commune[0]], ["address.street", card.street]];
  } catch {
    return [];
  }
}

/** What helps with an old address at a question, unless that is answered already. */
function helpOf(question) {
  const help = document.querySelector(`[data-question="${question}"] [data-former]`);
  return help?.closest("fieldset").querySelector("select").value === "" ? help : undefined;
}

/** Opens the panel for a person of the form; `fill` takes the number of the person, facts, and where they come from; it returns how many boxes it filled, or words. */
export async function open(place, places, fill) {
  const panel = document.createElement("dialog");
  panel.className = "card-panel";
  panel.innerHTML = PANEL;
  const [heading, video, chosen] = [panel.querySelector("h2"), panel.querySelector("video"), panel.querySelector("input")];
  const [status, camera] = [panel.querySelector("[role=status]"), panel.querySelector("[data-camera]")];
  heading.textContent = place.querySelector("button").textContent;
  heading.id = "quet-the";
  panel.setAttribute("aria-labelledby", heading.id);
  const say = (words) => (status.textContent = words);
  let stream;
  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = undefined;
  };
  panel.querySelector("[data-close]").onclick = () => panel.close();
  panel.onclose = () => {
    stop();
    panel.remove();
  };
  document.body.append(panel);
  panel.showModal();
  const own = await ownReader();

  /** Fills in what a code says; false where it is none of a card. */
  async function take(text) {
    const bundle = await reader();
    const card = taken(bundle.understand(text));
    if (card.fault) {
      say(card.fault);
      return false;
    }
    const asksAddress = "address" in place.dataset;
    const address = asksAddress && card.province ? await addressOf(card, places, bundle) : [];
    const filled = fill(Number(place.dataset.person), [...card.facts, ...address], "mã QR trên thẻ");
    // Elsewhere than in a form it is told what became of it.
    const words = [typeof filled === "string" ? filled : filled ? `Đã điền ${filled} ô từ thẻ. Bạn xem lại trước khi đi tiếp.` : "Các ô này bạn đã điền, nên giữ nguyên như bạn gõ."];
    const former = asksAddress && !address.length && card.residence ? helpOf(place.dataset.address) : undefined;
    if (former) {
      words.push("Nơi ở thì bạn tự chọn: trên thẻ là địa chỉ cũ. Ở câu hỏi về nơi ở, phần «Giấy tờ của tôi còn ghi quận, huyện» đã mở sẵn.");
      import("{{former}}").then(({ suggest }) => suggest(former, places, card.residence)).catch(() => undefined);
    } else if (asksAddress && !address.length) {
      words.push("Nơi ở thì bạn tự chọn: địa chỉ trên thẻ không khớp chắc chắn với xã, phường ngày nay.");
    }
    panel.close();
    place.querySelector("[role=status]").textContent = [...words, ...card.doubts].join(" ");
    return true;
  }

  camera.onclick = async () => {
    try {
      // Asked for now, so that it is there when the first picture is.
      reader().catch(() => undefined);
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } } });
    } catch (fault) {
      say(fault?.name === "NotAllowedError" ? WORDS.refused : ["NotFoundError", "OverconstrainedError"].includes(fault?.name) || !navigator.mediaDevices ? WORDS.none : WORDS.busy);
      return;
    }
    // Whoever closed the panel meanwhile wants no camera.
    if (!panel.open) return stop();
    camera.hidden = true;
    video.hidden = false;
    video.srcObject = stream;
    await video.play().catch(() => undefined);
    say(WORDS.looking);
    const begun = performance.now();
    let last;
    while (stream && panel.open) {
      try {
        const text = video.videoWidth ? await codeIn(video, video.videoWidth, video.videoHeight, [1280], own) : undefined;
        // The same wrong code is told once.
        if (text !== undefined && text !== last && (await take(text))) return;
        last = text ?? last;
        if (text === undefined && last === undefined && performance.now() - begun > SLOW) say(WORDS.slow);
      } catch {
        say(WORDS.unloaded);
        stop();
        camera.hidden = false;
        video.hidden = true;
        return;
      }
      await new Promise((go) => setTimeout(go, 150));
    }
  };

  chosen.onchange = async () => {
    const [file] = chosen.files;
    if (!file) return;
    say(WORDS.reading);
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch {
      say(WORDS.picture);
      return;
    }
    try {
      const text = await codeIn(picture, picture.width, picture.height, SIZES, own);
      if (text === undefined) say(WORDS.absent);
      else await take(text);
    } catch {
      say(WORDS.unloaded);
    }
    picture.close();
    chosen.value = "";
  };
}
