// Serves the finished pages: the bytes compressed ahead of time, their types, ETag and 304.
// What no finished page answers goes to the Worker behind; every answer leaves with the same headers.
import files from "./files.json";
import headers from "./headers.json";

const TYPES = {
  bin: "application/octet-stream",
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  xml: "application/xml; charset=utf-8",
};

// Pages whose query asks for another answer than the finished one.
const ANSWERED_BEHIND = /^(\/en)?\/thu-tuc\/$|\/nop-ho-so\/$|^\/tra-cuu\/$/;

export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    try {
      return dressed(await route(request, url, env), request, url);
    } catch (error) {
      return dressed(ours("edge-failed", error), request, url);
    }
  },
};

async function route(request, url, env) {
  if (env.LIVE && url.pathname === "/__live") return env.LIVE.fetch("http://live/");
  if (request.method !== "GET" && request.method !== "HEAD") return behind(request, env);
  if (url.pathname.startsWith("/api/") && !Object.hasOwn(files, fileOf(url.pathname))) return behind(request, env);
  if (ANSWERED_BEHIND.test(url.pathname) && url.search.length > 1) return behind(request, env);
  const name = fileOf(url.pathname);
  const known = Object.hasOwn(files, name) ? files[name] : undefined;
  if (known && name !== "404.html" && name !== "en/404.html") return file(name, known, request, env);
  if (Object.hasOwn(files, name + "/index.html")) {
    return new Response(null, { status: 308, headers: { location: url.pathname + "/" + url.search } });
  }
  return behind(request, env);
}

// The Worker learns the client's address from a header that only we set.
function behind(request, env) {
  const passed = new Request(request, { redirect: "manual" });
  for (const name of ["x-client-address", "cf-connecting-ip"]) passed.headers.delete(name);
  const address = env.ASSETS ? request.headers.get("cf-connecting-ip") : clientOf(request, env.TRUSTED_PROXY);
  if (address) passed.headers.set("x-client-address", address);
  return env.WORKER.fetch(passed);
}

// The address at the other end of the line; where that is the proxy we were told to trust, the one it names last.
function clientOf(request, trusted) {
  const peer = (request.cf?.clientIp ?? "").replace(/^\[(.*)\]:\d+$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d+$/, "$1");
  if (!trusted || peer !== trusted) return peer;
  return (request.headers.get("x-forwarded-for") ?? "").split(",").at(-1).trim() || peer;
}

function fileOf(path) {
  return (path.endsWith("/") ? path + "index.html" : path).slice(1);
}

async function file(name, [hash, encodings], request, env) {
  const encoding = env.ASSETS ? undefined : preferred(request, encodings);
  const etag = `"${hash}${encoding ? "-" + encoding : ""}"`;
  const head = new Headers({
    "content-type": TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream",
    "cache-control": name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    etag,
    vary: "accept-encoding",
  });
  if ((request.headers.get("if-none-match") ?? "").split(/\s*,\s*/).some((one) => one.replace(/^W\//, "") === etag)) {
    return new Response(null, { status: 304, headers: head });
  }
  if (encoding) head.set("content-encoding", encoding);
  if (request.method === "HEAD") return new Response(null, { headers: head, encodeBody: "manual" });
  const stored = await lying(name, encoding, env);
  if (!stored.ok) return ours("file-missing", name);
  return new Response(stored.body, { headers: head, encodeBody: encoding ? "manual" : "automatic" });
}

// The bytes of a file: on our own machines as they were compressed ahead, on Cloudflare from ASSETS, which compresses by itself.
function lying(name, encoding, env) {
  if (env.ASSETS) return env.ASSETS.fetch("https://files/" + encodeURI(name.replace(/(^|\/)index\.html$/, "$1")));
  const suffix = { br: ".br", gzip: ".gz" }[encoding] ?? "";
  return (suffix ? env.ENCODED : env.SITE).fetch("http://files/" + encodeURI(name) + suffix);
}

// The best of the encodings we have that the browser takes (RFC 9110 §12.5.3); nothing when it wants none of them.
function preferred(request, encodings) {
  const wanted = new Map();
  for (const part of (request.headers.get("accept-encoding") ?? "").toLowerCase().split(",")) {
    const [name, ...parameters] = part.split(";").map((text) => text.trim());
    const quality = parameters.find((text) => text.startsWith("q="));
    if (name) wanted.set(name, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  return encodings.find((one) => (wanted.get(one) ?? wanted.get("*") ?? 0) > 0);
}

// A failure of ours: said kindly, logged once under its code.
function ours(code, cause) {
  console.error(code, String(cause));
  const text =
    `Chúng tôi đang gặp trục trặc. Không có gì của bạn bị mất. Bạn thử lại sau ít phút. Mã ${code}.\n` +
    `Something is wrong on our side. Nothing of yours is lost. Please try again in a few minutes. Code ${code}.\n`;
  return new Response(text, { status: 500, headers: { "content-type": TYPES.txt, "cache-control": "no-store" } });
}

function dressed(answer, request, url) {
  const head = new Headers(answer.headers);
  // A file that somebody uploaded brings a stricter policy, and may be framed by the desk.
  const own = (head.get("content-security-policy") ?? "").startsWith("sandbox");
  for (const [name, value] of Object.entries(headers.always)) {
    if (!own || (name !== "content-security-policy" && name !== "x-frame-options")) head.set(name, value);
  }
  const secure = url.protocol === "https:" || request.headers.get("x-forwarded-proto") === "https";
  if (secure) head.set("strict-transport-security", headers.tls);
  if (url.pathname.startsWith("/api/")) head.set("cache-control", "no-store");
  const finished = head.has("content-encoding");
  if (!finished && answer.body && (head.get("content-type") ?? "").startsWith("text/html")) {
    // What the Worker prints is compressed on its way; finished files were long before.
    const encoding = preferred(request, ["br", "gzip"]);
    if (encoding) head.set("content-encoding", encoding);
    head.set("vary", "accept-encoding");
  }
  return new Response(answer.body, { status: answer.status, headers: head, encodeBody: finished ? "manual" : "automatic" });
}
