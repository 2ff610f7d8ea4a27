import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What lies between a browser and a server. */
export interface Line {
  readonly name: string;
  readonly megabitsPerSecond: number;
  /** There and back. */
  readonly roundTripMs: number;
}

/** A proxy for plain http that takes the time of a line: one round trip for each request, then its bytes one after the other. */
export const openSlowLine = async ({ megabitsPerSecond, roundTripMs }: Line) => {
  let bytes = 0;
  let freeAt = 0;

  /** All answers share the line. */
  const send = async (chunk: Buffer, response: ServerResponse): Promise<void> => {
    bytes += chunk.length;
    const now = performance.now();
    freeAt = Math.max(freeAt, now) + (chunk.length * 8) / (megabitsPerSecond * 1000);
    await wait(freeAt - now);
    response.write(chunk);
  };

  const forward = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    await wait(roundTripMs);
    const { method, headers, url = '' } = incoming;
    const outgoing = ask(url, { method, headers });
    incoming.pipe(outgoing);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve);
      outgoing.once('error', reject);
    });
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    for await (const chunk of answer) await send(chunk as Buffer, response);
    response.end();
  };

  const server = createServer((incoming, response) => {
    forward(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    /** Bytes that came over it since this was last asked. */
    takeBytes: (): number => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
