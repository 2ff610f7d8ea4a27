import { noteReport, type Report } from '../domain/rollout/sighting.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { SightingRepository } from '../ports/repositories/sightingRepository.ts';

export interface SightingDesk {
  /** Whether there is nothing to write down. */
  isKnown(tenantId: string, teammateId: string, report: Report): boolean;
  /** Writes down that somebody was seen, in the background and where it is new; nobody's mail waits for it. */
  note(tenantId: string, teammateId: string, report: Report): void;
}

interface DeskOptions {
  readonly sightings: SightingRepository;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** So many people are remembered as known today; of others the store is asked. */
const remembered = 50_000;

export const openSightingDesk = ({ sightings, clock, logger }: DeskOptions): SightingDesk => {
  const known = new Map<string, string>();
  let last: Promise<void> = Promise.resolve();

  const dayOf = (): string => clock.now().toISOString().slice(0, 10);
  const personOf = (tenantId: string, teammateId: string, { client }: Report): string =>
    `${tenantId}/${teammateId}/${client}`;
  const saidBy = ({ version, problem }: Report): string => JSON.stringify([dayOf(), version, problem]);
  const remember = (person: string, said: string): void => {
    if (known.size >= remembered) known.clear();
    known.set(person, said);
  };

  const write = async (tenantId: string, told: Parameters<typeof noteReport>[1]): Promise<void> => {
    const after = noteReport(await sightings.get(tenantId, told.teammateId), told);
    if (after !== null) await sightings.save(tenantId, after);
  };

  return {
    isKnown: (tenantId, teammateId, report) => known.get(personOf(tenantId, teammateId, report)) === saidBy(report),
    note: (tenantId, teammateId, report) => {
      const [person, said, day] = [personOf(tenantId, teammateId, report), saidBy(report), dayOf()];
      if (known.get(person) === said) return;
      remember(person, said);
      // One after the other: two reports of one person at once would each forget what the other says.
      last = last
        .then(() => write(tenantId, { teammateId, report, day }))
        .catch((err: unknown) => {
          known.delete(person);
          logger.warn({ msg: 'where a teammate was seen could not be kept', tenantId, err });
        });
    },
  };
};
