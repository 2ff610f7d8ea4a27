import type { DesignPerson } from '../../domain/design/designPerson.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Membership } from '../../ports/repositories/snapshotRepository.ts';
import { localToday } from '../assignments/localToday.ts';
import { openContainersOf } from '../assignments/memberships.ts';
import { designPersonOf, noSources, readPersonSources } from './readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';

export interface ScannedPerson {
  readonly teammate: Teammate;
  readonly person: DesignPerson;
}

interface ScanOptions {
  /** Whether anything asks about managers and photos, which takes questions for each person. */
  readonly withManagers: boolean;
}

/**
 * Every active teammate as designs and rules see them, in batches in order of id. What belongs together is merged as it
 * is read, so memory does not grow with the tenant, and whoever opens a mail comes in between.
 */
export async function* scanPeople(
  desk: RenderDesk,
  tenantId: string,
  { withManagers }: ScanOptions,
): AsyncGenerator<readonly ScannedPerson[]> {
  const { repositories, publicUrl, clock } = desk;
  const snapshotId = (await repositories.checkpoints.get(tenantId))?.snapshotId ?? null;
  const nested = snapshotId === null ? [] : await repositories.snapshots.groupMemberships(tenantId, snapshotId);
  const containersOf = openContainersOf(nested);
  const memberships = openMemberships(
    snapshotId === null ? noBatches() : repositories.snapshots.scanPersonMemberships(tenantId, snapshotId),
  );
  const today = localToday(clock);
  const fields = (await repositories.fieldSettings.get(tenantId)).value;
  const rules = { settings: fields, today: today.date };
  for await (const batch of repositories.teammates.scan(tenantId)) {
    const people: ScannedPerson[] = [];
    for (const teammate of batch) {
      const own = await memberships.of(teammate.id);
      if (teammate.status !== 'active') continue;
      const asked = { tenantId, teammateId: teammate.id };
      const sources = withManagers ? await readPersonSources(repositories, asked, rules) : noSources;
      const containers = containersOf(own);
      const person = designPersonOf(teammate, sources, { publicUrl, tenantId, today, containers, fields });
      people.push({ teammate, person });
    }
    yield people;
  }
}

async function* noBatches(): AsyncGenerator<readonly Membership[]> {}

/** Of one person after the other, in order of their ids; those of people nobody asks about are passed over. */
const openMemberships = (batches: AsyncIterable<readonly Membership[]>) => {
  const iterator = batches[Symbol.asyncIterator]();
  let batch: readonly Membership[] | null = [];
  let at = 0;
  const peek = async (): Promise<Membership | null> => {
    while (batch !== null && at >= batch.length) {
      const next = await iterator.next();
      batch = next.done === true ? null : next.value;
      at = 0;
    }
    return batch?.[at] ?? null;
  };
  return {
    of: async (id: string): Promise<readonly Membership[]> => {
      const own: Membership[] = [];
      for (let edge = await peek(); edge !== null && edge.memberId <= id; edge = await peek()) {
        if (edge.memberId === id) own.push(edge);
        at += 1;
      }
      return own;
    },
  };
};
