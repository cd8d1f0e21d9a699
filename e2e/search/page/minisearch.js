// MiniSearch in a page: the index arrives as bytes of JSON, everything else happens here.
import { miniSearch as library } from "../setting.mjs";

let index;

export const ready = ([bytes]) => void (index = library.restore(new TextDecoder().decode(bytes)));
export const ask = (text) => library.ask(index, text);
export const shown = (answer, most) => answer.slice(0, most);
