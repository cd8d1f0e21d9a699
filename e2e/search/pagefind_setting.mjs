// How Pagefind is set up.
export const ranking = {};
