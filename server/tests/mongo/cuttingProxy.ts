import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A stretch of network before a server, that can be cut and mended. */
export interface CuttingProxy {
  readonly port: number;
  /** Breaks every connection and lets no new one through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export const openCuttingProxy = async (target: URL): Promise<CuttingProxy> => {
  const sockets = new Set<Socket>();
  let isCut = false;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((incoming) => {
    if (isCut) {
      incoming.destroy();
      return;
    }
    const outgoing = keep(connect(Number(target.port), target.hostname));
    keep(incoming).pipe(outgoing).pipe(incoming);
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
