// A server for measuring: a folder as a good host sends it, and a note of every body that went out.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
// Only an isolated page gets a fine clock and may ask how much memory it takes.
const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/** Serves `folder`; `taken()` hands out what was sent since it was last asked, as `[path, bytes]`. */
export async function serve(folder) {
  const kept = new Map();
  let sent = [];
  const body = async (path) => {
    if (!kept.has(path)) {
      const plain = await readFile(join(folder, normalize(path)));
      // What Pagefind compressed itself would only grow.
      const small = plain[0] === 0x1f && plain[1] === 0x8b ? plain : brotliCompressSync(plain);
      kept.set(path, small.length < plain.length ? { bytes: small, headers: { "Content-Encoding": "br" } } : { bytes: plain, headers: {} });
    }
    return kept.get(path);
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      const { bytes, headers } = await body(path);
      sent.push([path, bytes.length]);
      const type = types[extname(path)] ?? "application/octet-stream";
      response.writeHead(200, { ...isolated, ...headers, "Content-Type": type, "Cache-Control": "max-age=31536000, immutable" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const taken = () => {
    const since = sent;
    sent = [];
    return since;
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, taken, close: () => server.close() };
}
