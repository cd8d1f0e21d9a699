// The people a family fills in forms for, kept on this device; under a PIN nobody reads them without it.
//
// A PIN makes a key (PBKDF2) that wraps the key of the notes (AES-GCM). All of it lies sealed with the key of the device as well,
// as drafts do. Who copies a whole device can try all PINs; who only holds it is slowed down.
import { FAMILY } from "./keeper.js";
import { isShared, read, remove, update } from "./store.js";

export const PIN = /^\d{6,12}$/;

const ROUNDS = 600_000;
/** So many wrong PINs are free; each further one doubles the wait, to an hour at most. */
const FREE = 2;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 3_600_000;

/** The key of the notes, while this page is open. */
let key;

const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const gcm = (iv) => ({ name: "AES-GCM", iv });
const chance = (count) => crypto.getRandomValues(new Uint8Array(count));

async function wrapping(pin, salt, rounds) {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, typed, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

async function seal(people, with_) {
  const iv = chance(12);
  // Padded, so that the length does not tell how many there are.
  const words = JSON.stringify(people);
  const sealed = await crypto.subtle.encrypt(gcm(iv), with_, new TextEncoder().encode(words.padEnd(Math.ceil(words.length / 2048) * 2048)));
  return { iv: text(iv), sealed: text(sealed) };
}

async function unseal(kept, with_) {
  const words = await crypto.subtle.decrypt(gcm(bytes(kept.iv)), with_, bytes(kept.sealed));
  return JSON.parse(new TextDecoder().decode(words));
}

/** What there is: `people` where they can be read, whether a PIN locks them, until when no PIN is tried. */
export async function look() {
  if (isShared()) return { shared: true, people: [] };
  const kept = await read(FAMILY).catch(() => undefined);
  if (!kept?.lock) return { people: kept?.people ?? [] };
  const people = key && (await unseal(kept, key).catch(() => undefined));
  return { pin: true, people, until: kept.until ?? 0 };
}

/** Changes the list of people; throws where it is locked, or the device is shared. */
export const change = (how) =>
  update(FAMILY, async (kept) => {
    if (isShared()) throw new Error("shared");
    if (!kept?.lock) return { people: how(kept?.people ?? []) };
    return { ...kept, ...(await seal(how(await unseal(kept, key)), key)) };
  });

/** Locks the people under a PIN, or takes the lock away where none is given; they must be open. */
export async function lock(pin) {
  let next;
  await update(FAMILY, async (kept) => {
    const people = kept?.lock ? await unseal(kept, key) : (kept?.people ?? []);
    next = undefined;
    if (!pin) return { people };
    const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
    const [salt, iv] = [chance(16), chance(12)];
    const wrapped = await crypto.subtle.wrapKey("raw", fresh, await wrapping(pin, salt, ROUNDS), gcm(iv));
    const made = { lock: { salt: text(salt), rounds: ROUNDS, iv: text(iv), wrapped: text(wrapped) }, failed: 0, ...(await seal(people, fresh)) };
    next = fresh;
    return made;
  });
  // The key of before is wanted as long as another tab may have come in between.
  key = next;
}

/** Tries a PIN; tells `open`, or until when the next one waits. An attempt counts before it is known to be wrong. */
export async function unlock(pin) {
  let until = 0;
  const kept = await update(FAMILY, (kept) => {
    if (kept.until > Date.now()) {
      until = kept.until;
      return kept;
    }
    const failed = kept.failed + 1;
    const wait = failed > FREE ? Math.min(FIRST_WAIT * 2 ** (failed - FREE - 1), LONGEST_WAIT) : 0;
    return { ...kept, failed, until: wait && Date.now() + wait };
  });
  if (until) return { until };
  const { salt, rounds, iv, wrapped } = kept.lock;
  try {
    key = await crypto.subtle.unwrapKey("raw", bytes(wrapped), await wrapping(pin, bytes(salt), rounds), gcm(bytes(iv)), "AES-GCM", false, ["encrypt", "decrypt"]);
  } catch {
    return { until: kept.until };
  }
  await update(FAMILY, (kept) => ({ ...kept, failed: 0, until: 0 }));
  return { open: true };
}

/** Deletes all of them, with the PIN. */
export async function forget() {
  key = undefined;
  await remove(FAMILY);
}
