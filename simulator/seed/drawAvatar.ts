import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const PALETTES = [
  ['#f3e9dc', '#c08552', '#5e3023'],
  ['#e0f2f1', '#26a69a', '#004d40'],
  ['#ede7f6', '#7e57c2', '#311b92'],
  ['#e3f2fd', '#42a5f5', '#0d47a1'],
  ['#fce4ec', '#ec407a', '#880e4f'],
  ['#f1f8e9', '#9ccc65', '#33691e'],
  ['#fff8e1', '#ffca28', '#ff6f00'],
  ['#eceff1', '#78909c', '#263238'],
] as const;

/** A square PNG: a geometric pattern, the same for the same text and different for nearly every other. */
export function drawAvatar(text: string, pixels: number): Buffer {
  const hash = createHash('sha256').update(text).digest();
  const palette = PALETTES[(hash[0] ?? 0) % PALETTES.length] ?? PALETTES[0];
  const rows: Buffer[] = [];
  for (let y = 0; y < pixels; y += 1) rows.push(drawRow(hash, y, pixels));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header(pixels)),
    chunk('PLTE', Buffer.from(palette.map((colour) => colour.slice(1)).join(''), 'hex')),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Five by five cells mirrored down the middle, with a border of one cell. */
function drawRow(hash: Buffer, y: number, pixels: number): Buffer {
  const row = Buffer.alloc(pixels + 1);
  const cellY = Math.floor((y * 7) / pixels) - 1;
  for (let x = 0; x < pixels; x += 1) {
    const cellX = Math.floor((x * 7) / pixels) - 1;
    row[x + 1] = colourOf(hash, cellX, cellY);
  }
  return row;
}

function colourOf(hash: Buffer, x: number, y: number): number {
  if (x < 0 || x > 4 || y < 0 || y > 4) return 0;
  const byte = hash[1 + y * 3 + Math.min(x, 4 - x)] ?? 0;
  return byte % 5 < 2 ? 0 : 1 + (byte % 2);
}

function header(pixels: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(pixels, 0);
  data.writeUInt32BE(pixels, 4);
  // Eight bits per pixel, colours by palette.
  data.set([8, 3], 8);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, check]);
}
