import { DirectoryError, UndersignError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { ConnectionRepository } from '../../ports/repositories/connectionRepositories.ts';

export interface GrantWatchOptions {
  readonly connections: ConnectionRepository;
  /** Asks about one tenant's consent again; resolves to whether there is still something to wait for. */
  readonly lookAgain: (tenantId: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Aborted when the process stops. */
  readonly stopping: AbortSignal;
}

/** Looks again after consents whose permissions are not in the tokens yet, until they are or the time is over. */
export interface GrantWatch {
  /** Returns at once. Naming a tenant twice, or one without a consent under way, does no harm. */
  notice(tenantId: string): void;
  /** Looks once. The first look also finds what an earlier process left unfinished. */
  look(): Promise<void>;
  /** Keeps looking. Resolves after the signal is aborted. */
  watch(): Promise<void>;
  /** Resolves when no look is under way. */
  settled(): Promise<void>;
}

/** Between two looks, in milliseconds. */
const pause = 5_000;

export const openGrantWatch = (options: GrantWatchOptions): GrantWatch => {
  const { connections, clock, logger, stopping } = options;
  const waiting = new Set<string>();
  let isLoaded = false;
  let looking = Promise.resolve();

  const load = async (): Promise<void> => {
    for (const tenantId of await connections.tenants()) {
      const found = await connections.get(tenantId);
      if (found !== null && found.value.granting !== null) waiting.add(tenantId);
    }
    isLoaded = true;
  };

  const lookAt = async (tenantId: string): Promise<void> => {
    try {
      if (!(await options.lookAgain(tenantId))) waiting.delete(tenantId);
    } catch (error) {
      logger.warn({ msg: 'consent not looked at again', tenantId, err: error });
      // What was refused for good is noted with the connection; what was away is asked again.
      if (error instanceof UndersignError && !(error instanceof DirectoryError)) waiting.delete(tenantId);
    }
  };

  const look = (): Promise<void> => {
    const going = (async () => {
      if (!isLoaded) await load();
      await Promise.all([...waiting].map(lookAt));
    })();
    looking = going.catch(() => undefined);
    return going;
  };

  return {
    notice: (tenantId) => void waiting.add(tenantId),
    look,
    settled: () => looking,
    watch: async () => {
      while (!stopping.aborted) {
        await look().catch((error: unknown) => {
          logger.error({ msg: 'consents under way not read', err: error });
        });
        await clock.sleep(pause, stopping).catch(() => undefined);
      }
    },
  };
};
