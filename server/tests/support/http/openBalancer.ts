import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One address in front of several replicas, in turn, as in production. */
export interface Balancer {
  readonly url: string;
  add(origin: string): void;
  /** As a health check does with a replica that does not answer. */
  leaveOut(origin: string): void;
  close(): Promise<void>;
}

export const openBalancer = async (): Promise<Balancer> => {
  const origins: string[] = [];
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const origin = origins[turn % origins.length];
    turn += 1;
    if (origin === undefined) outgoing.writeHead(503).end();
    else forward(origin, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}`,
    add: (origin) => void origins.push(origin),
    leaveOut: (origin) => void origins.splice(origins.indexOf(origin), 1),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const forward = (origin: string, incoming: IncomingMessage, outgoing: ServerResponse): void => {
  const onward = request(
    new URL(incoming.url ?? '/', origin),
    { method: incoming.method, headers: incoming.headers },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
};
