import { accessSync, constants, mkdirSync } from 'node:fs';
import { ConfigError } from '../domain/errors.ts';

/** Makes the data folder where there is none. Throws ConfigError when nothing can be written there. */
export const prepareDataDir = (dataDir: string): void => {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusableDataDir(dataDir, error);
  }
};

export const unusableDataDir = (dataDir: string, error: unknown): ConfigError =>
  new ConfigError([
    `DATA_DIR ${dataDir} cannot be written (${error instanceof Error ? error.message : String(error)}). Give this user write access or set DATA_DIR to another folder.`,
  ]);
