// What a form keeps its answers with.
import { all, here, isShared, read, update, remove } from "./store.js";

/** Under what name the person who files stands beside the drafts. */
export const PERSON = "nguoi-nop";
/** And the people of a family. */
export const FAMILY = "gia-dinh";

/** Groups pairs of path and value by path. */
export function grouped(pairs) {
  const values = {};
  for (const [path, value] of pairs) (values[path] ??= []).push(value);
  return values;
}

/** Groups names and values in turn, each ended by a NUL. */
function parted(text) {
  const parts = text.split("\0");
  return grouped(Array.from({ length: parts.length >> 1 }, (_, at) => [parts[2 * at], parts[2 * at + 1]]));
}

/** Tells whether a path has the same values, or none, in both. */
const same = (one, other) => one?.join("\0") === other?.join("\0");

/** Puts into a draft what this tab changed since it last looked, and leaves alone what it did not touch. */
function merged(kept, before, now) {
  const values = { ...kept };
  for (const path in now) if (!same(before[path], now[path])) values[path] = now[path];
  for (const path in before) if (!now[path]) delete values[path];
  return values;
}

/** The paths of a draft that began as a copy where nobody wrote anything else. */
const untouched = ({ from, values }) => Object.keys(from?.values ?? {}).filter((path) => same(values[path], from.values[path]));

export const ticks = (box) => box.type === "radio" || box.type === "checkbox";

/** Whether somebody has answered since the page came: a slow line lets people type before its script is read. */
export function touched(box) {
  if (ticks(box)) return box.checked !== box.defaultChecked;
  if (box.options) return box.selectedIndex !== Math.max(0, [...box.options].findIndex((option) => option.defaultSelected));
  return box.value !== box.defaultValue;
}

/** The boxes that somebody answered before the form lived; what a browser put back into them by itself is no answer. */
const early = (form) => (navigator.userActivation?.hasBeenActive === false ? [] : [...form.elements].filter((box) => /^[^_]/.test(box.name) && touched(box)));

/** The draft an address asks for. */
const askedFor = () => location.hash.match(/^#nhap=([\w-]+)$/)?.[1];

/** Finds the draft a form begins with: the one that was asked for, the one the page names, that of this tab, the latest. */
async function wanted(procedure, named) {
  const asked = askedFor() ?? named ?? here.get(procedure);
  if (asked) return { id: asked, draft: await read(asked) };
  const latest = (await all()).find((draft) => draft.procedure === procedure);
  return latest ? { id: latest.id, draft: latest } : { id: crypto.randomUUID() };
}

/** Keeps a draft in the tab where the device is shared or keeps nothing; it ends with the tab. */
export function inTab(procedure, id = "") {
  const name = `ban-nhap:${procedure}${id}`;
  return {
    read: () => JSON.parse(sessionStorage.getItem(name) ?? "null") ?? undefined,
    write: (draft) => sessionStorage.setItem(name, JSON.stringify(draft)),
    remove: () => sessionStorage.removeItem(name),
  };
}

const part = (name) => name.split(".")[0];

/** What is known of a person by now: a form that asks less makes nobody forget the rest, unless it is about somebody else. */
function learned(old = [], facts) {
  const differs = (name) => {
    const [one, other] = [old, facts].map((all) => all.find(([known]) => known === name)?.[1]);
    return one && other && one !== other;
  };
  if (differs("name") || differs("personal-id")) return facts;
  return [...facts, ...old.filter(([name]) => !facts.some(([known]) => part(known) === part(name)))];
}

/** Asks who is signed in, and what is vouched for of them; a form does not wait long for it. */
async function signedIn(identity) {
  const answer = await fetch(identity, { cache: "no-store", signal: AbortSignal.timeout(3000) });
  return answer.status === 200 ? { ...(await answer.json()), signed: true } : undefined;
}

/** Makes the keeper of a form. It never throws: where nothing can be kept it says so, and the form works. */
export async function keeper(form) {
  const { procedure, version, identity } = form.dataset;
  const title = document.querySelector("h1")?.textContent ?? procedure;
  const found = isShared() ? undefined : await wanted(procedure, form.dataset.draft).catch(() => undefined);
  const { id } = found ?? {};
  const tab = inTab(procedure, id);
  const [person, family, signed] = await Promise.all([...[PERSON, FAMILY].map((name) => id && read(name).catch(() => undefined)), identity && signedIn(identity).catch(() => undefined)]);
  let draft = found?.draft;
  // The tab's own copy is newer where the page went in the middle of a word, or the device took nothing.
  const spare = attempt(() => tab.read());
  if (spare && !(draft?.at >= spare.at)) draft = { ...draft, ...spare };
  if (id) attempt(() => here.set(procedure, id));
  // A form that is only printed waits for nobody.
  const head = { procedure, title, version: Number(version), printed: "printOnly" in form.dataset, begun: Date.now() };
  // What the device has, and what the draft here has; as texts what stands in the boxes and what was taken of it; whether some of that waits, or is being written.
  let before, seen, boxes, latest, waits, busy, noted, left, learnt, first;
  // A new draft takes all that stands there: a link may have brought the case and the office.
  // Whoever writes on does not want what was written before to go by itself.
  const change = (kept, since, now) => ({ ...head, ...kept, waiting: undefined, version: head.version, noted, at: Date.now(), values: kept ? merged(kept.values, since, now) : now });

  async function save() {
    // Whoever begins it notes that it runs before it can be done.
    await undefined;
    while (waits) {
      const now = parted(latest);
      waits = false;
      let state = "device";
      try {
        if (!id) throw undefined;
        draft = await update(id, (kept) => change(kept, before, now));
        // What the device did not take is wanted there until it does.
        before = now;
        attempt(() => tab.remove());
      } catch {
        draft = change(draft, seen, now);
        state = attempt(() => (tab.write(draft), "tab")) ?? "nowhere";
      }
      seen = now;
      self.told?.(state);
    }
    busy = undefined;
    delete form.dataset.unsaved;
  }

  // A page that goes now would take the last letters with it: the tab keeps them for the next one.
  addEventListener("pagehide", () => busy && !left && attempt(() => tab.write(change(draft, seen, parted(latest)))));

  const self = {
    /**
     * What was kept: when, copied from what and where unchanged, what was asked, what was typed; nothing where nothing was.
     * Questions that somebody answered before the form lived have that answer.
     */
    get draft() {
      first = early(form);
      // The communes come when it says that its province changed.
      setTimeout(() => first.map((box) => box.dispatchEvent(new Event("change", { bubbles: true }))));
      if (!draft) return undefined;
      const own = first.map((box) => box.closest("[data-question]")?.dataset.question);
      const answered = (pair) => own.some((id) => `${pair[0]}.`.startsWith(`${id}.`));
      const typed = Object.entries(draft.values).flatMap(([path, all]) => all.map((value) => [path, value]));
      return JSON.stringify({ at: moment(draft.at), from: draft.from?.words, same: untouched(draft), noted: draft.noted ?? [], typed: [...typed.filter((pair) => !answered(pair)), ...[...new FormData(form)].filter(answered)] });
    },
    /** Whether people of a family are kept here. */
    family: Boolean(family),
    known: (signed ?? person) && JSON.stringify(signed ?? { from: person.from ?? `tờ khai lúc ${moment(person.at)}`, facts: person.facts }),
    /** Remembers the person who files, for the next form; on a shared device nobody is remembered. */
    learn: (text) => void (learnt = id && update(PERSON, (old) => ({ at: Date.now(), facts: learned(old?.facts, JSON.parse(text)) })).catch(() => undefined)),
    /** Reads all that stands in the boxes as one text, which crosses to WebAssembly at once. */
    typed() {
      boxes = "";
      for (const [name, value] of new FormData(form)) {
        // Nobody types a NUL; a text that was pasted may hold one.
        if (typeof value === "string" && name[0] !== "_" && name !== "website") boxes += `${name}\0${value.normalize("NFC").replaceAll("\0", "")}\0`;
      }
      return boxes;
    },
    /** Takes what was read last; what only stood there before anybody typed makes no draft. */
    keep() {
      if (boxes === latest) return;
      latest = boxes;
      if (before === undefined) {
        const all = parted(boxes);
        before = draft ? (found?.draft?.values ?? {}) : all;
        seen = draft?.values ?? all;
        if (draft ? JSON.stringify(all) === JSON.stringify(before) : !first?.length) return;
      }
      waits = true;
      form.dataset.unsaved = "";
      busy ??= save();
    },
    /** Reads the boxes and takes what stands there. */
    note() {
      self.typed();
      self.keep();
    },
    /** Takes what the form asks, as a draft notes it: name, mark and words of each question. */
    asks: (text) => (noted = JSON.parse(text)),
    /** Sends the form to the next page as soon as there is a line; what is typed is kept first. */
    async go() {
      await busy;
      await learnt;
      if (draft?.waiting) await update(id, (kept) => kept && { ...kept, waiting: undefined }).catch(() => undefined);
      if (!(await online())) {
        self.told?.("waiting");
        const going = boxes;
        await line();
        // Whoever wrote meanwhile presses again when they are done.
        if (boxes !== going) return;
      }
      // The portal tells the drafts of a device apart by it.
      if (id) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "_draft", value: id }));
      form.submit();
    },
    /** Begins another draft beside this one. */
    async another() {
      left = true;
      await busy;
      attempt(() => tab.remove());
      if (id) attempt(() => here.set(procedure, crypto.randomUUID()));
      location.href = location.pathname;
    },
    /** Throws this draft away. */
    async discard() {
      // What is being written would bring it back.
      await busy;
      await (id && remove(id).catch(() => undefined));
      await self.another();
    },
    told: undefined,
  };
  return self;
}

export function attempt(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export const moment = (at) => new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" }).format(at);

/** Tells whether the portal can be reached. */
export const online = () =>
  fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(8000) }).then(
    () => true,
    () => false,
  );

/** Waits until it can be. */
export async function line() {
  while (!(await online())) {
    await new Promise((go) => {
      addEventListener("online", go, { once: true });
      setTimeout(go, 15_000);
    });
  }
}

/**
 * Sends a dossier once the line is there: under the same key however often it is tried, and after the page was closed too.
 * What waits is noted in its draft, and that it was sent until its receipt was seen; this page, opened again, sends it or leads to the receipt.
 */
export async function send(form, procedure) {
  const id = form.dataset.draft ?? attempt(() => here.get(procedure));
  // The portal holds another one by now; the form goes on with what is kept here.
  if ((askedFor() ?? id) !== id) return location.replace(`../${location.hash}`);
  // What is mended from here belongs to it.
  if (id) attempt(() => here.set(procedure, id));
  const waits = id && (await read(id).catch(() => undefined))?.waiting;
  const note = (waiting) => id && update(id, (draft) => draft && { ...draft, waiting }).catch(() => undefined);
  const status = form.querySelector(".form-status");
  let going = false;

  async function go() {
    if (going) return;
    going = true;
    if (!(await online())) {
      await note("line");
      if (status) {
        status.textContent = "Chờ có mạng để gửi. Giữ trang này mở, hoặc mở lại sau: hồ sơ chưa được gửi.";
        status.className = "form-status form-status-waiting";
      }
      await line();
    }
    await note("sent");
    // The receipt ends the draft of its tab; another may have been opened here meanwhile.
    if (id) attempt(() => here.set(procedure, id));
    // The server takes nothing from whoever could not have read the page.
    await new Promise((go) => setTimeout(go, Math.max(0, 1000 - performance.now())));
    form.submit();
    // Whoever stops it presses again: under the same key it is filed once.
    going = false;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  // This page is shown to whoever has not sent it.
  if (waits === "sent") await note(undefined);
  else if (waits) go();
}
