// What a box for a paper says when something is wrong with it.

/** Says beside the box what is wrong, or nothing any more. */
export function wrong(box, words) {
  const line = box.querySelector("[data-error-for]");
  line.textContent = words ?? "";
  line.hidden = !words;
  box.classList.toggle("question-wrong", Boolean(words));
}

/** Says it to somebody who wants to go on, and leads them there. */
export function holdAt(box, words) {
  wrong(box, words);
  const line = box.querySelector("[data-error-for]");
  line.setAttribute("tabindex", "-1");
  line.focus();
}
