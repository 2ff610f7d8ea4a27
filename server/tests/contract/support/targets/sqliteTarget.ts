import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StorageEngine } from '../../../../src/storage/collection.ts';
import type { EngineOpening } from '../../../../src/storage/engineOpening.ts';
import { openSqliteEngine } from '../../../../src/storage/sqlite/openSqliteEngine.ts';
import type { ContractTarget } from './contractTarget.ts';

export const makeDirectory = (): string => mkdtempSync(join(tmpdir(), 'undersign-storage-'));

export const openSqliteTarget = ({
  onPrepare,
}: { readonly onPrepare?: (sql: string) => void } = {}): ContractTarget => ({
  name: 'SQLite',
  open: async (declarations) => {
    const directory = makeDirectory();
    const observed = onPrepare ? { onPrepare } : {};
    const engines: StorageEngine[] = [];
    const open = async (opening: EngineOpening): Promise<StorageEngine> => {
      const opened = await openSqliteEngine({ directory, ...opening, ...observed });
      engines.push(opened);
      return opened;
    };
    const engine = await open({ declarations }).catch((error: unknown) => {
      rmSync(directory, { recursive: true });
      throw error;
    });
    return {
      engine,
      reopen: async (declared) => {
        await Promise.all(engines.map((engine) => engine.close()));
        return open({ declarations: declared });
      },
      openAnother: (opening) => open({ declarations, ...opening }),
      remove: async () => {
        await Promise.all(engines.map((engine) => engine.close()));
        rmSync(directory, { recursive: true });
      },
    };
  },
});
