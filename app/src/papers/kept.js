// Files on their way, kept on the device until the portal has them: a tab that is killed loses none.
// Encrypted with a key the browser never gives out, like drafts, and deleted with them; a shared device keeps nothing.
import { FILES, MONTH, files, isShared } from "../drafts/store.js";
import { done } from "../drafts/vault.js";

/**
 * Keeps a file of a paper; `use` says whether it is on the desk («desk»), was chosen together with what is there («beside»),
 * or is on its way («send»). Returns its number, or nothing.
 */
export async function keep(place, use, file) {
  if (isShared()) return undefined;
  try {
    const sealed = await files.seal(await file.arrayBuffer());
    return await done((await files.table("readwrite")).add({ place, use, name: file.name, type: file.type, at: Date.now(), ...sealed }));
  } catch {
    // A device that keeps nothing still sends.
    return undefined;
  }
}

/** Lets go of a file that has arrived, or that nobody wants any more. */
export async function letGo(number) {
  if (number === undefined) return;
  try {
    await done((await files.table("readwrite")).delete(number));
  } catch {
    // What cannot be reached is deleted when its month is over.
  }
}

/** Lets go of everything whose place begins so, but for what belongs to one place. */
export async function letGoUnder(beginning, but) {
  for (const { number, row } of await rows()) if (row.place.startsWith(beginning) && !(but && row.place.startsWith(`${but}:`))) await letGo(number);
}

/** All that is kept, with its numbers. */
async function rows() {
  const names = (await indexedDB.databases?.())?.map((base) => base.name);
  // Nothing is made only to find it empty.
  if (names && !names.includes(FILES)) return [];
  const store = await files.table("readonly");
  const [numbers, all] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
  return all.map((row, at) => ({ number: numbers[at], row }));
}

/** What a paper's place still holds, in order. */
export async function held(places) {
  if (isShared()) return [];
  const found = [];
  for (const { number, row } of await rows()) {
    if (row.at < Date.now() - MONTH) await letGo(number);
    else if (places.includes(row.place)) {
      const bytes = await files.unseal(row).catch(() => undefined);
      if (bytes) found.push({ number, place: row.place, use: row.use, file: new File([bytes], row.name, { type: row.type }) });
    }
  }
  return found;
}
