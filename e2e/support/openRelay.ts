import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../server/tests/support/processes/freePort.ts';

/** Stands between a browser and a server, so that a test can take the server away and bring it back while it works on. */
export interface Relay {
  readonly url: string;
  /** Where what comes is sent on to. */
  leadTo(url: string): void;
  /** Whoever is connected is cut off, and nobody gets through. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export const openRelay = async (): Promise<Relay> => {
  let target = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((socket) => {
    const onward = connect(target, 'localhost');
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      keep(one);
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, 'localhost');
    await once(server, 'listening');
  };
  // It is left and taken again: one that the system hands out would be somebody else's by then.
  const port = await freePort();
  await listen(port);
  return {
    url: `http://localhost:${String(port)}`,
    leadTo: (url) => {
      target = Number(new URL(url).port);
    },
    cut: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(port),
  };
};
