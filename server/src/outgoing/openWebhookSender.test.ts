import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openWebhookSender } from './openWebhookSender.ts';

/** What each path of a receiver answers, byte for byte. */
const answers: Readonly<Record<string, string>> = {
  '/switches': 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  '/switches-and-talks': 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\nhello',
  '/offers': 'HTTP/1.1 200 OK\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 0\r\n\r\n',
  '/early': 'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n',
  '/elsewhere': 'HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n',
  '/endless': 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n',
  '/nonsense': 'hello\r\n\r\n',
};

describe('a message to a webhook comes to an end whatever its receiver answers:', () => {
  let receiver: Server;
  beforeAll(async () => {
    receiver = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (asked) => {
        const [, path = ''] = String(asked).split(' ');
        const answer = answers[path];
        if (answer === undefined) socket.end();
        else socket.write(answer);
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
  });
  afterAll(() => {
    receiver.close();
  });

  test.each([
    ['/switches', { status: 101 }],
    ['/switches-and-talks', { status: 101 }],
    ['/offers', { status: 200 }],
    ['/early', { status: 204 }],
    ['/elsewhere', { status: 307 }],
    ['/endless', { status: 200 }],
    ['/nonsense', { failure: 'unreachable' }],
    ['/nothing', { failure: 'unreachable' }],
  ])('%s', async (path, told) => {
    const sender = openWebhookSender({ networks: ['127.0.0.0/8'], userAgent: 'Undersign', patience: 10 * 60_000 });
    const { port } = receiver.address() as AddressInfo;
    const message = { url: `http://127.0.0.1:${String(port)}${path}`, headers: {}, body: '{}' };
    expect(await sender.send(message, new AbortController().signal)).toEqual(told);
  });
});
