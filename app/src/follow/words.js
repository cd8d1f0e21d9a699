// Words to the office on their way: they wait for the line, come back where an answer was lost, and arrive once.
// The tab remembers them and nothing else does: they end with it, on a device that several people use too.
import { attempt, line, online } from "../drafts/keeper.js";

/** Lives in a form with words, or where a page only says that they are let go: they have arrived, or can go no more. */
export function live(part) {
  const place = `loi:${part.dataset.words}`;
  const forget = () => attempt(() => sessionStorage.removeItem(place));
  if ("letGo" in part.dataset) forget();
  if (part.matches("form")) follow(part, place, forget);
}

function follow(form, place, forget) {
  const { text: box, "Idempotency-Key": key } = form.elements;
  const { round } = form.dataset;
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(status);
  const say = (words) => {
    status.className = "form-status form-status-waiting";
    status.textContent = words;
  };
  // Spaces around the words are not sent, and make them no other words.
  const written = () => box.value.trim();
  // The words that were sent last, and their key: under it they are filed once however often they come.
  let sent = attempt(() => JSON.parse(sessionStorage.getItem(place)));
  // What has arrived by now is not asked for again under the key of then, which would be answered and do nothing.
  if (sent && sent.round !== round) sent = forget();
  let going = false;

  // Whoever was quicker than this script has written something else; a browser that filled the box in has these words.
  if (sent && (!written() || written() === sent.text)) {
    box.value = sent.text;
    form.closest("details").open = true;
    say("Đã lấy lại lời bạn viết. Chưa chắc đã gửi được, bạn bấm gửi lại.");
  }

  form.addEventListener("submit", async (event) => {
    if (going) return event.preventDefault();
    const text = written();
    // The portal refuses other words under a key it knows, and every form of the page has the same.
    if (sent?.text !== text) sent = { text, key: crypto.randomUUID(), round };
    // From here on this sends it; a browser that could not come so far sends it as without script.
    event.preventDefault();
    going = true;
    if (text) attempt(() => sessionStorage.setItem(place, JSON.stringify(sent)));
    else forget();
    if (!(await online())) {
      say("Chờ có mạng để gửi. Lời của bạn vẫn còn ở đây.");
      await line();
    }
    // Whoever stops it presses again.
    going = false;
    if (written() !== text) return say("Lời của bạn vừa đổi, chưa gửi. Viết xong thì bấm gửi lại.");
    key.value = sent.key;
    form.submit();
  });
}
