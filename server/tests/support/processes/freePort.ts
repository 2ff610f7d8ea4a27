import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what any system hands out by itself: between two looks, a connection from anywhere may be given such a port. */
const [lowest, highest] = [20_000, 32_000];

/** A port that was free a moment ago, and that only chance gives to somebody else. */
export const freePort = async (): Promise<number> => {
  const port = randomInt(lowest, highest);
  const server = createServer();
  try {
    await once(server.listen(port), 'listening');
  } catch {
    return freePort();
  }
  await new Promise((resolve) => server.close(resolve));
  return port;
};
