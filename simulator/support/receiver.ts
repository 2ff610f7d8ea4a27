import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChangeNotification } from '../notifications/changeNotification.ts';

/** An app that can be notified. What it answers can be changed; undefined leaves the caller waiting. */
export interface Receiver {
  url: string;
  /** One list for every POST. */
  posts: ChangeNotification[][];
  /** Bodies as they came. */
  raw: unknown[];
  confirm: (token: string) => { status: number; type: string; text: string } | undefined;
  status: number | undefined;
  /** Settles with the next POST that comes. */
  nextPost(): Promise<ChangeNotification[]>;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const arrivals = new EventEmitter();
  const server = createServer((request, response) => {
    void receive(receiver, request, response).then(
      (post) => post && arrivals.emit('post', post),
      // Whoever asked has left in the middle of it.
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://localhost:${(server.address() as AddressInfo).port}/notifications`,
    posts: [],
    raw: [],
    confirm: (token) => ({ status: 200, type: 'text/plain', text: token }),
    status: 202,
    nextPost: async () => {
      const [post] = (await once(arrivals, 'post')) as [ChangeNotification[]];
      return post;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

async function receive(receiver: Receiver, request: IncomingMessage, response: ServerResponse) {
  const token = new URL(request.url ?? '', receiver.url).searchParams.get('validationToken');
  if (token !== null) {
    const answer = receiver.confirm(token);
    if (answer) response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.text);
    return undefined;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString()) as { value: ChangeNotification[] };
  receiver.raw.push(body);
  receiver.posts.push(body.value);
  if (receiver.status !== undefined) response.writeHead(receiver.status).end();
  return body.value;
}
