import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AnswerTooLarge, readBounded } from '../../../src/ports/readBounded.ts';

const mega = 1024 * 1024;
const bomb = gzipSync(Buffer.alloc(200 * mega, ' '), { level: 9 });
let sent = 0;
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/bomb') {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
      return;
    }
    const piece = Buffer.alloc(65_536, ' ');
    const send = (): void => {
      do sent += piece.length;
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', send);
    send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const answerOf = (pieces: readonly Uint8Array[]): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    }),
  );

test('any text comes back whole, wherever the network cut it, up to the very byte that is allowed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 7 }), async (text, width) => {
      const bytes = new TextEncoder().encode(text);
      const pieces = Array.from({ length: Math.ceil(bytes.length / width) }, (_, at) =>
        bytes.subarray(at * width, (at + 1) * width),
      );
      expect(await readBounded(answerOf(pieces), bytes.length)).toBe(text);
      if (bytes.length > 0)
        await expect(readBounded(answerOf(pieces), bytes.length - 1)).rejects.toBeInstanceOf(AnswerTooLarge);
    }),
  );
});

test('an answer without end is left after as much as is allowed, and the connection with it', async () => {
  await expect(readBounded(await fetch(`${origin}/endless`), mega)).rejects.toBeInstanceOf(AnswerTooLarge);
  // What the network holds on the way comes on top.
  expect(sent).toBeLessThan(32 * mega);
});

test('what grows when it is unpacked is measured unpacked', async () => {
  expect(bomb.length).toBeLessThan(mega);
  await expect(readBounded(await fetch(`${origin}/bomb`), mega)).rejects.toBeInstanceOf(AnswerTooLarge);
});
