// Drafts on this device: what is typed, kept word by word, encrypted with a key the browser never gives out.
// Whoever unlocks this phone can open them all the same; deleting the key makes all of them unreadable at once.
const SHARED = "may-dung-chung";
const HERE = "ban-nhap-dang-lam:";

const done = (request) =>
  new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

/** Whether several people use this device; then nothing outlives the tab. */
export const isShared = () => {
  try {
    return localStorage.getItem(SHARED) !== null;
  } catch {
    return true;
  }
};

export const setShared = (shared) => (shared ? localStorage.setItem(SHARED, "1") : localStorage.removeItem(SHARED));

let opened;

/** The database with its key; rejected where the browser keeps nothing. */
const base = () =>
  (opened ??= (async () => {
    const request = indexedDB.open("mot-cua", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("khoa");
      request.result.createObjectStore("ban-nhap");
    };
    const data = await done(request);
    // Another tab may delete everything; this one must not stand in its way.
    data.onversionchange = () => {
      data.close();
      opened = undefined;
    };
    const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    // One transaction, so that two tabs that come first together agree on one key.
    const keys = data.transaction("khoa", "readwrite").objectStore("khoa");
    let key = await done(keys.get("khoa"));
    if (!key) await done(keys.put((key = fresh), "khoa"));
    return { data, key };
  })().catch((fault) => {
    opened = undefined;
    throw fault;
  }));

const table = async (mode) => (await base()).data.transaction("ban-nhap", mode).objectStore("ban-nhap");

/** Returns a draft; nothing where there is none. */
export async function read(id) {
  const { key } = await base();
  const sealed = await done((await table("readonly")).get(id));
  if (!sealed) return undefined;
  const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: sealed.iv }, key, sealed.bytes);
  return JSON.parse(new TextDecoder().decode(bytes));
}

async function write(id, draft) {
  const { key } = await base();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(draft)));
  await done((await table("readwrite")).put({ iv, bytes }, id));
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

export const remove = async (id) => done((await table("readwrite")).delete(id));

/** All drafts, the latest first. What cannot be read any more has lost its key, and is no draft. */
export async function all() {
  const ids = await done((await table("readonly")).getAllKeys());
  const drafts = await Promise.all(ids.map(async (id) => ({ id, ...(await read(id).catch(() => undefined)) })));
  return drafts.filter((draft) => draft.procedure).sort((one, other) => other.at - one.at);
}

/** The database of files on their way to the portal. */
export const FILES = "mot-cua-tep";

/** Deletes the keys and with them everything. */
export async function wipe() {
  const { data } = await base();
  data.close();
  opened = undefined;
  await done(indexedDB.deleteDatabase("mot-cua"));
  await done(indexedDB.deleteDatabase(FILES));
}

/** Which draft this tab works on; a tab remembers it through reloads and the pages of the server. */
export const here = {
  get: (procedure) => sessionStorage.getItem(HERE + procedure),
  set: (procedure, id) => sessionStorage.setItem(HERE + procedure, id),
  end: (procedure) => sessionStorage.removeItem(HERE + procedure),
};
