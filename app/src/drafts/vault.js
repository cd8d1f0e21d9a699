// A database of this device whose rows are encrypted with a key the browser never gives out, and that lies beside them.

const gcm = (iv) => ({ name: "AES-GCM", iv });

/** What a request to a database answers. */
export const done = (request) =>
  new Promise((yes, no) => {
    request.onsuccess = () => yes(request.result);
    request.onerror = () => no(request.error);
  });

/** A vault by the names of its database and its table; `how` is how the table is made. Rejected where the browser keeps nothing. */
export function vault(name, rows, how) {
  let opened;

  const base = () =>
    (opened ??= (async () => {
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

  return {
    /** The table of the rows. */
    table: async (mode) => (await base()).data.transaction(rows, mode).objectStore(rows),
    /** What stands in a row of such bytes. */
    async seal(plain) {
      const { key } = await base();
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return { iv, bytes: await crypto.subtle.encrypt(gcm(iv), key, plain) };
    },
    /** The bytes of a row; rejected where its key is gone. */
    unseal: async ({ iv, bytes }) => crypto.subtle.decrypt(gcm(iv), (await base()).key, bytes),
    /** Deletes the key and with it everything. */
    async wipe() {
      const last = opened;
      opened = undefined;
      (await last?.catch(() => undefined))?.data.close();
      await done(indexedDB.deleteDatabase(name));
    },
  };
}
