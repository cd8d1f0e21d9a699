// What the type checker is told of the scripts of pages, beside what it finds in them.

/** Addresses that the printer puts in. */
declare module "{{script}}" {
  export function initSync(options: { module: WebAssembly.Module }): void;
  export function build_id(): string;
  export function start(...what: unknown[]): void;
  export function fill(person: number, facts: [string, string][], from: string): number;
  export function set_clock(ahead: number): void;
  export function read(luma: Uint8Array, width: number, height: number): string | undefined;
  export function understand(text: string): string;
  export function find_unit(name: string, names: string): number;
  export function look(dots: Uint8Array, width: number): Float32Array;
  export function pages_of(pdf: Uint8Array): number;
  export function preview(dots: Uint8Array, width: number, corners: number[], turns: number, grey: boolean, longest: number): { width(): number; dots(): Uint8Array };
  export class Paper {
    constructor(most: number, cover: Uint8Array, width: number);
    add(dots: Uint8Array, width: number, corners: number[], turns: number, grey: boolean, left: number): void;
    written(): Uint8Array;
    free(): void;
  }
}
declare module "{{drafts}}" {
  export const { keeper, send }: typeof import("./drafts/drafts.js");
}
declare module "{{list}}" {
  export const { show }: typeof import("./drafts/list.js");
}
declare module "{{people}}" {
  export const { choose, live }: typeof import("./drafts/people.js");
}
declare module "{{card}}" {
  export const { open }: typeof import("../card-reader/panel.js");
}
declare module "{{former}}" {
  export const { open, suggest }: typeof import("./former/former.js");
}

/** A page is asked for elements by selectors that say more than the checker reads from them. */
interface Element {
  hidden: boolean;
  dataset: DOMStringMap;
  checked: boolean;
  value: any;
  content: any;
  files: FileList | null;
  onclick: ((event: MouseEvent) => unknown) | null;
  focus(options?: FocusOptions): void;
}

/** Within a worker. */
declare function postMessage(message: unknown, transfer: Transferable[]): void;

/** The browser's own reader of codes, where it has one. */
declare class BarcodeDetector {
  static getSupportedFormats(): Promise<string[]>;
  constructor(options: { formats: string[] });
  detect(picture: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
