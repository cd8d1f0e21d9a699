// What the server answers, byte by byte: compression, caching, redirects, odd requests, files for machines.
import { createHash } from "node:crypto";
import { type IncomingHttpHeaders, request as send } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { bytes, gallery, pages, text } from "./pages";
import { SECURITY_HEADERS } from "./visit";

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends a request exactly as given: the path is not tidied up, the body not unpacked, no redirect followed. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { hostname, port } = new URL(process.env.PORTAL ?? "");
  return new Promise((resolve, reject) => {
    const request = send({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    request.on("error", reject);
    request.end();
  });
}

const GUIDE = "/thu-tuc/khai-sinh/";
const style = /href="(\/assets\/style[^"]+)"/.exec(text("/"))?.[1] ?? "";
const wasm = /"(\/assets\/guide[^"]+\.wasm)"/.exec(text(/src="(\/assets\/guide-loader[^"]+)"/.exec(text(GUIDE))?.[1] ?? ""))?.[1] ?? "";
const script = /src="(\/assets\/guide-loader[^"]+)"/.exec(text(GUIDE))?.[1] ?? "";
const sha = (body: Buffer) => createHash("sha256").update(body).digest("hex");

for (const [address, type, caching] of [
  [GUIDE, "text/html; charset=utf-8", "no-cache"],
  ["/", "text/html; charset=utf-8", "no-cache"],
  [style, "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
  [script, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
  [wasm, "application/wasm", "public, max-age=31536000, immutable"],
  ["/thu-tuc.csv", "text/csv; charset=utf-8", "no-cache"],
  ["/sitemap.xml", "application/xml; charset=utf-8", "no-cache"],
] as const) {
  test(`the bytes come packed, typed and with their tag: ${address.replace(/\.[0-9a-f]{12}\./, ".….")}`, async () => {
    const plain = await ask(address);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const tags = new Set([plain.headers.etag]);
    for (const [encoding, unpack] of [["br", brotliDecompressSync], ["gzip", gunzipSync]] as const) {
      const packed = await ask(address, { "accept-encoding": encoding });
      expect(packed.status).toBe(200);
      expect(packed.headers).toMatchObject({ "content-encoding": encoding, "content-type": type, "cache-control": caching });
      expect(packed.headers.vary?.toLowerCase()).toContain("accept-encoding");
      expect(packed.body.length).toBeLessThan(plain.body.length);
      expect(sha(unpack(packed.body))).toBe(sha(bytes(address)));
      tags.add(packed.headers.etag);

      const again = await ask(address, { "accept-encoding": encoding, "if-none-match": `"other", W/${packed.headers.etag}` });
      expect(again).toMatchObject({ status: 304, headers: { etag: packed.headers.etag, "cache-control": caching } });
      expect(again.body.length).toBe(0);
    }
    expect(sha(plain.body)).toBe(sha(bytes(address)));
    expect(tags.size, "each form of the file has its own tag").toBe(3);
    expect((await ask(address, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test(`HEAD says what GET would, without a body: ${address.replace(/\.[0-9a-f]{12}\./, ".….")}`, async () => {
    const [head, get] = [await ask(address, { "accept-encoding": "br" }, "HEAD"), await ask(address, { "accept-encoding": "br" })];
    expect(head.status).toBe(get.status);
    expect(head.body.length).toBe(0);
    for (const name of ["content-type", "cache-control", "etag", "content-encoding", "vary"]) expect(head.headers[name], name).toBe(get.headers[name]);
  });
}

test("the best packing a browser takes is chosen, and none that it refuses", async () => {
  const wanted = {
    "gzip, deflate, br, zstd": "br",
    "br;q=0.5": "br",
    "gzip;q=0.8, br;q=0.9": "br",
    "gzip, br;q=0": "gzip",
    "*": "br",
    identity: "none",
    "gzip;q=0": "none",
  };
  const chosen: Record<string, string> = {};
  for (const accepted of Object.keys(wanted)) chosen[accepted] = (await ask("/", { "accept-encoding": accepted })).headers["content-encoding"] ?? "none";
  expect(chosen).toEqual(wanted);
});

for (const path of ["/tim-kiem?q=khai+sinh", "/thu-tuc/?linh-vuc=ho-tich"]) {
  test(`an answer of the Worker comes packed to who takes it: ${path}`, async () => {
    const [plain, packed] = [await ask(path), await ask(path, { "accept-encoding": "gzip, deflate, br" })];
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect([packed.status, packed.headers["content-encoding"]]).toEqual([200, "br"]);
    expect(packed.headers.vary?.toLowerCase()).toContain("accept-encoding");
    expect(packed.body.length).toBeLessThan(plain.body.length);
    expect(brotliDecompressSync(packed.body).toString()).toBe(plain.body.toString());
  });
}

test("every kind of answer carries the security headers", async () => {
  for (const [path, status, method] of [
    ["/", 200, "GET"],
    [style, 200, "GET"],
    ["/tim-kiem?q=khai", 200, "GET"],
    ["/thu-tuc/?linh-vuc=ho-tich", 200, "GET"],
    ["/khong-co", 404, "GET"],
    ["/thu-tuc/1.004222", 308, "GET"],
    ["/thu-tuc", 308, "GET"],
    ["/healthz", 200, "GET"],
    ["/", 405, "POST"],
  ] as const) {
    const answer = await ask(path, {}, method);
    expect({ path, status: answer.status, headers: answer.headers }).toMatchObject({ path, status, headers: SECURITY_HEADERS });
    expect(answer.headers["strict-transport-security"], path).toBeUndefined();
    const secure = await ask(path, { "x-forwarded-proto": "https" }, method);
    expect(secure.headers["strict-transport-security"], path).toMatch(/^max-age=\d{8,}; includeSubDomains$/);
  }
});

test("an address without its final slash moves to the one with it, and keeps its query", async () => {
  for (const [from, to] of [
    ["/thu-tuc", "/thu-tuc/"],
    ["/thu-tuc?linh-vuc=ho-tich&trang=2", "/thu-tuc/?linh-vuc=ho-tich&trang=2"],
    ["/thu-tuc/khai-sinh?a=%C4%91", "/thu-tuc/khai-sinh/?a=%C4%91"],
    ["/en", "/en/"],
    ["/en/thu-tuc/khai-sinh", "/en/thu-tuc/khai-sinh/"],
    ["/thu-tuc/1.004222", "/thu-tuc/thuong-tru/"],
    ["/en/thu-tuc/1.004222", "/en/thu-tuc/thuong-tru/"],
  ]) {
    const answer = await ask(from ?? "");
    expect([from, answer.status, answer.headers.location]).toEqual([from, 308, to]);
  }
});

test("only GET and HEAD are answered", async () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    for (const path of ["/", GUIDE, "/tim-kiem", "/khong-co"]) {
      const answer = await ask(path, {}, method);
      expect([method, path, answer.status, answer.headers.allow]).toEqual([method, path, 405, "GET, HEAD"]);
    }
  }
});

test("odd requests get a plain answer and never break anything", async () => {
  for (const path of [
    "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/%00", "/thu-tuc/%00/", "//", "//example.com/thu-tuc", "/thu-tuc//", "/%", "/%ff%fe", "/assets/", "/assets/..%2findex.html",
    "/__proto__", "/constructor", "/toString/", "/404.html", "/en/404.html", "/index.html/", "/thu-tuc/..;/", "/thu-tuc/1.004222.9", "/.git/config", "/__live/x",
    `/${"a".repeat(6000)}`, "/tim-kiem/x",
  ]) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.headers["content-type"], path).toBe("text/html; charset=utf-8");
  }
  expect((await ask("/assets/../")).status).toBe(200);
  for (const path of ["/tim-kiem?q=", "/thu-tuc/?linh-vuc=", "/khong-co?"]) {
    for (const length of [4_200, 12_000]) expect([path, (await ask(path + "a".repeat(length))).status]).toEqual([path, 414]);
  }
});

test("no redirect ever leaves the site", async () => {
  for (const path of ["//example.com", "//example.com/thu-tuc", "/\\example.com/thu-tuc", "/%2fexample.com/thu-tuc", "//thu-tuc", "//thu-tuc/khai-sinh", "//thu-tuc/1.004222"]) {
    const { location } = (await ask(path)).headers;
    expect(location === undefined || /^\/(?![/\\])/.test(location), `${path} leads to ${location}`).toBe(true);
  }
});

test("odd words in a search are answered and shown as words", async () => {
  for (const query of ["%00%01", "%ff%fe", "%", "%F0%9F%91%B6", "%3Cscript%3Ealert(1)%3C/script%3E", "%22%27%3E%3Cimg%20src=x%20onerror=alert(1)%3E", "a".repeat(3_000), "%CC%81".repeat(500), "+", "%E2%80%AE", "=&q=&&"]) {
    const answer = await ask(`/tim-kiem?q=${query}`);
    expect([query.slice(0, 40), answer.status]).toEqual([query.slice(0, 40), 200]);
    expect(answer.body.toString()).not.toMatch(/<script>alert|<img src=x/);
  }
});

test("answers of the Worker are not kept, and asked with HEAD have no body", async () => {
  for (const path of ["/tim-kiem?q=khai+sinh", "/thu-tuc/?linh-vuc=ho-tich", "/khong-co"]) {
    const [get, head] = [await ask(path), await ask(path, {}, "HEAD")];
    expect(get.headers["cache-control"]).toBe("no-cache");
    expect(head.status).toBe(get.status);
    expect(head.body.length).toBe(0);
    expect(get.body.toString()).toContain('<meta name="robots" content="noindex">');
  }
});

test("the map of the site names every page, and only pages", async () => {
  const xml = (await ask("/sitemap.xml")).body.toString();
  const named = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => new URL(found[1] ?? ""));
  expect(new Set(named.map((url) => url.origin)).size).toBe(1);
  // The gallery is for us; the page shown without a line is for nobody to look up.
  expect(named.map((url) => url.pathname).sort()).toEqual(pages.filter((page) => page !== gallery && !page.endsWith("/khong-co-mang/")));
  const twins = [...xml.matchAll(/<xhtml:link [^>]*href="([^"]+)"/g)].map((found) => new URL(found[1] ?? "").pathname);
  expect(twins.filter((path) => !pages.includes(path))).toEqual([]);
  expect(xml).not.toContain(gallery);
  const robots = (await ask("/robots.txt")).body.toString();
  expect(robots).toContain(`Sitemap: ${named[0]?.origin}/sitemap.xml`);
});

test("the manifest parses and its icons exist", async () => {
  const answer = await ask("/manifest.webmanifest");
  expect(answer.headers["content-type"]).toBe("application/manifest+json");
  const manifest = JSON.parse(answer.body.toString());
  expect(manifest).toMatchObject({ lang: "vi", start_url: "/" });
  for (const icon of manifest.icons) {
    const image = await ask(icon.src);
    expect([icon.src, image.status, image.headers["content-type"]]).toEqual([icon.src, 200, icon.type]);
    const [width, height] = [image.body.readUInt32BE(16), image.body.readUInt32BE(20)];
    expect(`${width}x${height}`).toBe(icon.sizes);
  }
});

test("the server says that it is well", async () => {
  const answer = await ask("/healthz");
  expect([answer.status, answer.body.toString()]).toEqual([200, "ok\n"]);
  expect(answer.headers["cache-control"]).toMatch(/no-cache|no-store/);
});
