// What pages and forms load of drafts: one small file beside the bundles.
export { keeper, send } from "./keeper.js";
export { show } from "./list.js";
