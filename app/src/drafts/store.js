// Drafts on this device: what is typed, kept word by word, encrypted with a key the browser never gives out.
// Whoever unlocks this phone can open them all the same; deleting the key makes all of them unreadable at once.
import { done, vault } from "./vault.js";

const SHARED = "may-dung-chung";
const HERE = "ban-nhap-dang-lam:";

/** Whether several people use this device; then nothing outlives the tab. */
export const isShared = () => {
  try {
    return localStorage.getItem(SHARED) !== null;
  } catch {
    return true;
  }
};

export const setShared = (shared) => (shared ? localStorage.setItem(SHARED, "1") : localStorage.removeItem(SHARED));

const mayKeep = () => !isShared();
// The bundler may leave a vault out where nothing asks it: a script that keeps nothing here carries none.
const drafts = /* @__PURE__ */ vault("mot-cua", "ban-nhap", mayKeep);

const words = (text) => new TextEncoder().encode(text);

/** A row of drafts and its text; nothing where there is none. */
async function row(id) {
  const sealed = await done((await drafts.table("readonly")).get(id));
  return sealed && { iv: sealed.iv, text: new TextDecoder().decode(await drafts.unseal(sealed)) };
}

/** Returns a draft; nothing where there is none. */
export const read = async (id) => {
  const found = await row(id);
  return found && JSON.parse(found.text);
};

/** The rows this tab wrote last: a letter reads nothing again that nobody else wrote. */
const last = new Map();

/**
 * Changes a draft; `change` gets what is there and returns what shall be, now or later, or nothing where it shall stay.
 * What another tab wrote meanwhile is not written over: then `change` is asked once more, with that.
 */
export async function update(id, change) {
  for (;;) {
    const known = last.get(id);
    const there = known ?? (await row(id));
    let draft;
    try {
      draft = await change(there && JSON.parse(there.text));
    } catch (fault) {
      if (!known) throw fault;
      // What this tab wrote last may not be what is there.
      last.delete(id);
      continue;
    }
    if (draft === undefined) return undefined;
    const text = JSON.stringify(draft);
    const iv = await drafts.replace(id, there?.iv, words(text));
    if (iv) {
      last.set(id, { iv, text });
      return draft;
    }
    last.delete(id);
  }
}

export const remove = async (id) => {
  last.delete(id);
  await done((await drafts.table("readwrite")).delete(id));
};

/** What lies longer than a month belongs to nobody any more, whatever this device's clock was when it came. */
export const MONTH = 30 * 86_400_000;
/** Answers to requests for more bear this in their names. */
const ASKED = /^bo-sung:/;

/** All drafts, the latest first. What cannot be read any more has lost its key, and is no draft. */
export async function all() {
  const ids = await done((await drafts.table("readonly")).getAllKeys());
  const all = await Promise.all(ids.map(async (id) => ({ id, ...(await read(id).catch(() => undefined)) })));
  for (const { id, at } of all) if (ASKED.test(id) && !(at > Date.now() - MONTH)) await remove(id).catch(() => undefined);
  return all.filter((draft) => draft.procedure).sort((one, other) => other.at - one.at);
}

/** Lets go of the words of answers to requests whose names begin so, but for one. */
export async function forgetAsked(beginning, but) {
  const ids = await done((await drafts.table("readonly")).getAllKeys());
  for (const id of ids) if (id.startsWith(beginning) && id !== but) await remove(id);
}

/** The database of files on their way to the portal, and the files. */
export const FILES = "mot-cua-tep";
export const files = /* @__PURE__ */ vault(FILES, "tep", mayKeep, { autoIncrement: true });

/** Deletes the keys and with them everything. */
export async function wipe() {
  await drafts.wipe();
  await files.wipe();
}

/** Which draft this tab works on; a tab remembers it through reloads and the pages of the server. */
export const here = {
  get: (procedure) => sessionStorage.getItem(HERE + procedure),
  set: (procedure, id) => sessionStorage.setItem(HERE + procedure, id),
  end: (procedure) => sessionStorage.removeItem(HERE + procedure),
};
