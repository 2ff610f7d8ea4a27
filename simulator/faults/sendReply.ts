import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FaultEffect } from './faults.ts';

export interface WireReply {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Sends an answer, whole or spoiled. */
export function sendReply(response: ServerResponse, reply: WireReply, effects: readonly FaultEffect[]): void {
  const reset = effects.find((effect) => effect.kind === 'reset');
  if (reset && !reset.midBody) {
    response.socket?.destroy();
    return;
  }
  if (effects.some((effect) => effect.kind === 'endless')) {
    sendWithoutEnd(response, reply.status);
    return;
  }
  const bytes = typeof reply.body === 'string' ? Buffer.from(reply.body) : reply.body;
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  if (effects.some((effect) => effect.kind === 'truncate')) {
    // A length that fits the half: only the JSON itself gives it away.
    response.writeHead(reply.status, { ...reply.headers, 'content-length': String(half.length) });
    response.end(half);
    return;
  }
  response.writeHead(
    reply.status,
    reply.status === 304 ? reply.headers : { ...reply.headers, 'content-length': String(bytes.length) },
  );
  if (reset) response.write(half, () => response.socket?.destroy());
  else response.end(bytes);
}

/** Not faster than it is read, so that it says something about the reader and not about our memory. */
function sendWithoutEnd(response: ServerResponse, status: number): void {
  const piece = `{"value":[${'0,'.repeat(32_768)}`;
  const send = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.on('drain', send);
  send();
}

/** Compression pays from about a network packet on. */
export function compressed(reply: WireReply, accepts: string | undefined): WireReply {
  if (!accepts?.includes('gzip') || reply.body.length < 1500) return reply;
  return {
    ...reply,
    headers: { ...reply.headers, 'content-encoding': 'gzip' },
    body: gzipSync(reply.body, { level: 1 }),
  };
}

/** The address Graph would send, but on another host: a client that follows it gives its token away. */
export function withForeignLink(body: object, host: string): object {
  const changed = { ...body } as Record<string, unknown>;
  for (const name of ['@odata.nextLink', '@odata.deltaLink']) {
    const link = changed[name];
    if (typeof link === 'string')
      changed[name] = link.replace(/^https?:\/\/[^/]+/, host.includes('://') ? host : `https://${host}`);
  }
  return changed;
}
