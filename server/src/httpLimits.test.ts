import { createServer } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { httpTimeouts, limitConnections } from './httpLimits.ts';

describe('the server that listens', () => {
  const server = limitConnections(createServer(httpTimeouts));

  test('waits for a whole request for half a minute at most, and looks at it often enough to keep to that', () => {
    expect(server.headersTimeout).toBeLessThanOrEqual(server.requestTimeout);
    expect(server.requestTimeout).toBeLessThanOrEqual(30_000);
    expect(httpTimeouts.connectionsCheckingInterval).toBeLessThanOrEqual(5000);
  });

  test('never cuts off an answer, because progress is streamed', () => {
    expect(server.timeout).toBe(0);
  });

  test('keeps a most of connections', () => {
    expect(server.maxConnections).toBeGreaterThan(0);
  });
});
