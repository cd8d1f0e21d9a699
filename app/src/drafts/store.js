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

const drafts = vault("mot-cua", "ban-nhap");

/** Returns a draft; nothing where there is none. */
export async function read(id) {
  const sealed = await done((await drafts.table("readonly")).get(id));
  return sealed && JSON.parse(new TextDecoder().decode(await drafts.unseal(sealed)));
}

async function write(id, draft) {
  const sealed = await drafts.seal(new TextEncoder().encode(JSON.stringify(draft)));
  await done((await drafts.table("readwrite")).put(sealed, id));
}

/** One tab after the other: what is read is not written over by what another tab wrote meanwhile. */
const alone = (id, act) => (navigator.locks ? navigator.locks.request(`ban-nhap:${id}`, act) : act());

/** Changes a draft; `change` gets what is there and returns what shall be, now or later. */
export const update = (id, change) =>
  alone(id, async () => {
    const draft = await change(await read(id));
    await write(id, draft);
    return draft;
  });

export const remove = async (id) => done((await drafts.table("readwrite")).delete(id));

/** All drafts, the latest first. What cannot be read any more has lost its key, and is no draft. */
export async function all() {
  const ids = await done((await drafts.table("readonly")).getAllKeys());
  const all = await Promise.all(ids.map(async (id) => ({ id, ...(await read(id).catch(() => undefined)) })));
  return all.filter((draft) => draft.procedure).sort((one, other) => other.at - one.at);
}

/** The database of files on their way to the portal, and the files. */
export const FILES = "mot-cua-tep";
export const files = vault(FILES, "tep", { autoIncrement: true });

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
