import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A stretch of network before a server. */
export interface Stretch {
  readonly port: number;
  /** Breaks every connection. */
  breakAll(): void;
  close(): Promise<void>;
}

interface Guard {
  /** Left out: everybody is let through. */
  readonly isOpen?: () => boolean;
  /** What hears all that somebody says who is let through, one each. */
  readonly openEar?: () => (chunk: Buffer) => void;
}

export const openStretch = async (target: URL, { isOpen, openEar }: Guard): Promise<Stretch> => {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((incoming) => {
    if (isOpen?.() === false) {
      incoming.destroy();
      return;
    }
    const outgoing = keep(connect(Number(target.port), target.hostname));
    keep(incoming);
    if (openEar !== undefined) incoming.on('data', openEar());
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    breakAll,
    close: async () => {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
