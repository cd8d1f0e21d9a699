// Pictures of papers as a phone takes them: a sheet with print on it, askew on a dark table.
import type { Page } from "@playwright/test";

export interface Shot {
  /** Dots across and down. */
  size?: [number, number];
  /** Corners of the sheet, clockwise from the upper left, as fractions. */
  corners?: [number, number][];
  /** Out of focus by so many dots. */
  blur?: number;
  /** How light it is, 1 as usual. */
  light?: number;
  /** Colour of the square in the sheet's upper left corner, by which it is known again. */
  mark?: string;
}

export const ASKEW: [number, number][] = [[0.18, 0.12], [0.86, 0.17], [0.9, 0.9], [0.1, 0.84]];

/** Takes a picture with the page's own canvas; a JPEG. */
export async function shot(page: Page, name: string, { size = [1500, 2000], corners = ASKEW, blur = 0, light = 1, mark = "#c02020" }: Shot = {}): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const address = await page.evaluate(
    async ({ size, corners, blur, light, mark }) => {
      const [width, height] = size as [number, number];
      const sheet = new OffscreenCanvas(900, 1200);
      const on = sheet.getContext("2d")!;
      on.fillStyle = "#f4f1ea";
      on.fillRect(0, 0, 900, 1200);
      on.fillStyle = mark;
      on.fillRect(40, 40, 160, 160);
      on.fillStyle = "#1a1a1a";
      on.font = "26px serif";
      for (let line = 0; line < 26; line += 1) on.fillText(`Dòng ${line + 1}: Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập – Tự do`, 60, 260 + line * 35);
      const whole = new OffscreenCanvas(width, height);
      const to = whole.getContext("2d")!;
      to.fillStyle = "#3b3026";
      to.fillRect(0, 0, width, height);
      // Strips one dot high follow the edges, which is how a sheet lies askew near enough.
      const at = (one: number[], other: number[], share: number) => [one[0]! + (other[0]! - one[0]!) * share, one[1]! + (other[1]! - one[1]!) * share] as [number, number];
      for (let row = 0; row < 1200; row += 1) {
        const left = at(corners[0]!, corners[3]!, row / 1200);
        const right = at(corners[1]!, corners[2]!, row / 1200);
        to.setTransform(((right[0] - left[0]) * width) / 900, ((right[1] - left[1]) * height) / 900, 0, (height * 1.02) / 1200, left[0] * width, left[1] * height);
        to.drawImage(sheet, 0, row, 900, 1, 0, 0, 900, 1.6);
      }
      const last = new OffscreenCanvas(width, height);
      const over = last.getContext("2d")!;
      over.filter = `${blur ? `blur(${blur}px)` : ""} brightness(${light})`.trim();
      over.drawImage(whole, 0, 0);
      const bytes = new Uint8Array(await (await last.convertToBlob({ type: "image/jpeg", quality: 0.9 })).arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    },
    { size, corners, blur, light, mark },
  );
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(address, "base64") };
}

/** The pictures (JPEG) within a PDF whose streams are not compressed again. */
export function picturesOf(pdf: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const text = pdf.toString("latin1");
  for (const match of text.matchAll(/\/DCTDecode[\s\S]*?stream\r?\n/g)) {
    const start = match.index + match[0].length;
    found.push(pdf.subarray(start, text.indexOf("\nendstream", start)));
  }
  return found;
}

/** A dot of a picture, by fractions of its width and height. */
export async function dot(page: Page, picture: Buffer, x: number, y: number): Promise<{ size: [number, number]; colour: number[] }> {
  return page.evaluate(
    async ({ text, x, y }) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]));
      const to = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
      to.drawImage(bitmap, 0, 0);
      return { size: [bitmap.width, bitmap.height] as [number, number], colour: [...to.getImageData(Math.floor(x * bitmap.width), Math.floor(y * bitmap.height), 1, 1).data.slice(0, 3)] };
    },
    { text: picture.toString("base64"), x, y },
  );
}
