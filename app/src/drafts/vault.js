// A database of this device whose rows are encrypted with a key the browser never gives out, and that lies beside them.

const gcm = (iv) => ({ name: "AES-GCM", iv });

/** What a request to a database answers. */
export const done = (request) =>
  new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

/** Until a transaction is written; rejected where the device has no room for it. */
const ended = (turn) =>
  new Promise((yes, no) => {
    turn.oncomplete = yes;
    turn.onabort = () => no(turn.error);
  });

/** A vault by the names of its database and its table; `how` is how the table is made. Rejected where the browser keeps nothing, or nothing may be kept. */
export function vault(name, rows, may, how) {
  let opened;

  const base = () =>
    (opened ??= (async () => {
      // Whoever asks late would make anew what was deleted.
      if (!may()) throw undefined;
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore("khoa");
        request.result.createObjectStore(rows, how);
      };
      const data = await done(request);
      // Another tab may delete everything; this one must not stand in its way.
      data.onversionchange = () => {
        data.close();
        opened = undefined;
      };
      data.onclose = () => (opened = undefined);
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

  /** Begins a transaction. Some phones close a database behind a page that was away, and tell nobody: then it is opened once more. */
  async function act(mode) {
    try {
      return (await base()).data.transaction(rows, mode);
    } catch {
      opened = undefined;
      return (await base()).data.transaction(rows, mode);
    }
  }

  async function seal(plain, key) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, bytes: await crypto.subtle.encrypt(gcm(iv), key, plain) };
  }

  return {
    /** The table of the rows. */
    table: async (mode) => (await act(mode)).objectStore(rows),
    /** What stands in a row of such bytes. */
    seal: async (plain) => seal(plain, (await base()).key),
    /** The bytes of a row; rejected where its key is gone. */
    unseal: async ({ iv, bytes }) => crypto.subtle.decrypt(gcm(iv), (await base()).key, bytes),
    /**
     * Puts bytes in the place of the row that began with `old`, or where there was none; returns how the new row begins once it is on the device.
     * Returns nothing where another row stands there by now. No two rows begin alike: the twelve bytes are drawn for each.
     */
    async replace(id, old, plain) {
      const row = await seal(plain, (await base()).key);
      const turn = await act("readwrite");
      const table = turn.objectStore(rows);
      const there = await done(table.get(id));
      if (String(there?.iv) !== String(old)) return undefined;
      table.put(row, id);
      const kept = ended(turn);
      turn.commit?.();
      await kept;
      return row.iv;
    },
    /** Deletes the key and with it everything. */
    async wipe() {
      const last = opened;
      opened = undefined;
      (await last?.catch(() => undefined))?.data.close();
      await done(indexedDB.deleteDatabase(name));
    },
  };
}
