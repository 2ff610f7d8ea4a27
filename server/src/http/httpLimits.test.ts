import { once } from 'node:events';
import {
  Agent,
  createServer,
  request,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { httpTimeouts, limitConnections } from './httpLimits.ts';

describe('the server that listens', () => {
  const server = limitConnections(createServer(httpTimeouts));

  test('waits for a whole request for half a minute at most, and looks at it often enough to keep to that', () => {
    expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
    expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
    expect(httpTimeouts.connectionsCheckingInterval).toBeLessThanOrEqual(5000);
  });

  test('keeps a connection longer than the proxies that cannot be told how long, but not before it was ever used', () => {
    expect(server.keepAliveTimeout).toBeGreaterThan(900_000);
    expect(server.headersTimeout).toBeLessThan(65_000);
  });

  test('never cuts off an answer, because progress is streamed', () => {
    expect(server.timeout).toBe(0);
  });

  test('keeps a most of connections', () => {
    expect(server.maxConnections).toBeGreaterThan(0);
  });
});

test('connections that are only kept make room for others, and nobody who waits for an answer is cut off', async () => {
  const waiting: ServerResponse[] = [];
  const answer: RequestListener = (asked, response) => {
    if (asked.url === '/long') waiting.push(response);
    else response.end('{}');
  };
  const server = limitConnections(createServer(httpTimeouts, answer), 20);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, through: Agent | false): Promise<IncomingMessage> => {
    const [answered] = await once(request({ host: '127.0.0.1', port, path, agent: through }).end(), 'response');
    return answered as IncomingMessage;
  };
  try {
    const long = ask('/long', false);
    for (let kept = 0; kept < 60; kept += 1) {
      // Each in a connection of its own, which is kept: no other one is looked for among them.
      const answered = await ask('/', new Agent({ keepAlive: true }));
      expect(answered.statusCode).toBe(200);
      await once(answered.resume(), 'end');
    }
    for (const response of waiting) response.end('{}');
    expect((await long).resume().statusCode).toBe(200);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

describe('1,500 requests that are never sent to their end', () => {
  const twentieth = Object.fromEntries(Object.entries(httpTimeouts).map(([name, time]) => [name, Number(time) / 20]));
  /** One path waits for the body; the other answers before it, as to somebody who is not signed in. */
  const answer: RequestListener = (asked, response) => {
    if (asked.url === '/refused') response.writeHead(401).end('{}');
    else asked.resume().on('end', () => response.end('{}'));
    asked.on('error', () => undefined);
  };
  const head = (path: string) => `POST ${path} HTTP/1.1\r\nHost: here\r\n`;
  const withBody = 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"half":';
  const halves = ['', 'PO', head('/read'), `${head('/read')}${withBody}`, `${head('/refused')}${withBody}`];

  test('are all ended, and everybody else gets an answer meanwhile', async () => {
    const server = limitConnections(createServer(twentieth, answer));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const ended: Promise<unknown>[] = [];
    const sendHalf = async (half: string): Promise<void> => {
      const socket = connect(port, '127.0.0.1');
      ended.push(new Promise((done) => socket.on('error', () => undefined).on('close', done)));
      await once(socket, 'connect');
      socket.resume().write(half);
    };
    const sendWhole = async (): Promise<number | undefined> => {
      const sent = request({ host: '127.0.0.1', port, path: '/read', method: 'POST', agent: false }).end('{}');
      const [answered] = (await once(sent, 'response')) as [IncomingMessage];
      return answered.resume().statusCode;
    };
    const answers: unknown[] = [];
    // No more at once than may wait to be accepted: the system drops what is beyond that and asks again much later.
    for (let sent = 0; sent < 1500; sent += 100) {
      await Promise.all(Array.from({ length: 100 }, (_, at) => sendHalf(halves[at % halves.length] ?? '')));
      answers.push(await sendWhole());
    }
    await Promise.all(ended);
    answers.push(await sendWhole());
    expect(new Set(answers)).toEqual(new Set([200]));
    server.closeAllConnections();
    server.close();
  });
});
