// Under `serve` only: reloads the page when a newer build of the site is there.
let first;
const source = new EventSource("/__live");
source.onmessage = (event) => {
  first ??= event.data;
  if (event.data !== first) location.reload();
};
