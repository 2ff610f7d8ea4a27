import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps this folder in memory; a database there answers at once, and no test pulls the plug of the machine. */
const inMemory = '/dev/shm';

const base = (): string => {
  try {
    accessSync(inMemory, constants.W_OK);
    return inMemory;
  } catch {
    return tmpdir();
  }
};

/** A new empty folder for one test; whoever asks for it removes it. */
export const makeScratchFolder = (): string => mkdtempSync(join(base(), 'undersign-'));
