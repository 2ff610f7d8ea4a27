import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { transferError } from '../transferError.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
  /** False for the rest of a file that stops in the middle of a line. */
  readonly ended: boolean;
}

/** A document is some kilobytes, one with a photo some hundred; what is longer than this is none of ours. */
const longestLine = 64 * 1024 * 1024;

const lineBreak = 10;

/** The lines of a file, unpacked where it is gzip. Memory holds one line. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let number = 1;
  let pending: Buffer[] = [];
  for await (const chunk of openBytes(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(lineBreak); end >= 0; end = chunk.indexOf(lineBreak, start)) {
      yield { number, bytes: Buffer.concat([...pending, chunk.subarray(start, end)]), ended: true };
      number += 1;
      pending = [];
      start = end + 1;
    }
    pending.push(chunk.subarray(start));
    if (pending.length > longestLine / chunk.length) throw foreign(path, number);
  }
  const rest = Buffer.concat(pending);
  if (rest.length > 0) yield { number, bytes: rest, ended: false };
}

const foreign = (path: string, number: number): Error =>
  transferError('file-foreign', `${path} is no export of Undersign: line ${number} has no end.`);

const openBytes = (path: string): Readable => {
  // First of all: a stream that was opened in vain tells of it when nobody listens any more.
  const packed = isGzip(path);
  const file = createReadStream(path, { highWaterMark: 1024 * 1024 });
  // Errors of either reach whoever reads the result, so nothing is left for the callback.
  return packed ? pipeline(file, createGunzip(), () => undefined) : file;
};

/** By its first bytes: a file may have been packed or renamed on its way. */
const isGzip = (path: string): boolean => {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(2);
    return readSync(file, start, 0, 2, 0) === 2 && start.readUInt16BE() === 0x1f8b;
  } finally {
    closeSync(file);
  }
};
