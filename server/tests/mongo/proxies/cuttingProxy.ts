import { openStretch } from '../openStretch.ts';

/** A stretch of network before a server, that can be cut and mended. */
export interface CuttingProxy {
  readonly port: number;
  /** Breaks every connection and lets no new one through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export const openCuttingProxy = async (target: URL): Promise<CuttingProxy> => {
  let isCut = false;
  const { port, breakAll, close } = await openStretch(target, { isOpen: () => !isCut });
  return {
    port,
    cut: () => {
      isCut = true;
      breakAll();
    },
    mend: () => {
      isCut = false;
    },
    close,
  };
};
