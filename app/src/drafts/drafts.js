// What forms load of drafts: one small file beside their bundle. Pages that list drafts load list.js.
export { keeper, send } from "./keeper.js";
