// Files on their way, kept on the device until the portal has them: a tab that is killed loses none.
// Encrypted with a key the browser never gives out, like drafts, and deleted with them; a shared device keeps nothing.
import { FILES, isShared } from "../drafts/store.js";

const done = (request) =>
  new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

let opened;

const base = () =>
  (opened ??= (async () => {
    const request = indexedDB.open(FILES, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("khoa");
      request.result.createObjectStore("tep", { autoIncrement: true });
    };
    const data = await done(request);
    data.onversionchange = () => {
      data.close();
      opened = undefined;
    };
    const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const keys = data.transaction("khoa", "readwrite").objectStore("khoa");
    let key = await done(keys.get("khoa"));
    if (!key) await done(keys.put((key = fresh), "khoa"));
    return { data, key };
  })());

const table = async (mode) => (await base()).data.transaction("tep", mode).objectStore("tep");

/** Keeps a file of a paper; `use` says whether it is on the desk («desk») or on its way («send»). Returns its number, or nothing. */
export async function keep(place, use, file) {
  if (isShared()) return undefined;
  try {
    const { key } = await base();
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const bytes = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, await file.arrayBuffer());
    return await done((await table("readwrite")).add({ place, use, name: file.name, type: file.type, at: Date.now(), iv, bytes }));
  } catch {
    // A device that keeps nothing still sends.
    return undefined;
  }
}

/** Lets go of a file that has arrived, or that nobody wants any more. */
export const letGo = async (number) => {
  if (number !== undefined) await done((await table("readwrite")).delete(number)).catch(() => undefined);
};

/** What lies longer than a month belongs to nobody any more, whatever this device's clock was when it came. */
const MONTH = 30 * 86_400_000;

/** What a paper's place still holds, in order. */
export async function held(places) {
  if (isShared()) return [];
  const names = (await indexedDB.databases?.())?.map((base) => base.name);
  // Nothing is made only to find it empty.
  if (names && !names.includes(FILES)) return [];
  const store = await table("readonly");
  const [numbers, rows] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  const { key } = await base();
  const files = [];
  for (const [at, row] of rows.entries()) {
    if (row.at < Date.now() - MONTH) await letGo(numbers[at]);
    else if (places.includes(row.place)) {
      const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv }, key, row.bytes).catch(() => undefined);
      if (bytes) files.push({ number: numbers[at], place: row.place, use: row.use, file: new File([bytes], row.name, { type: row.type }) });
    }
  }
  return files;
}
