import type { Request } from 'express';
import type { Role } from '../../contract/manage/session.ts';
import type { AuditEntry } from '../../domain/audit/auditEntry.ts';
import type { StateDiff } from '../../domain/audit/diffStates.ts';
import { hasConnected } from '../../domain/connection/connection.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { requestIdOf } from '../middleware/beginAnswer.ts';
import { maskAddress } from './maskAddress.ts';
import { openHourly } from './openHourly.ts';

export interface AuditOptions {
  readonly repositories: Repositories;
  readonly clock: Clock;
}

/** Who does something; whoever comes back from Microsoft's consent page has no token with them. */
export interface AuditPerson {
  readonly tenantId: string;
  readonly userId: string;
  readonly displayName: string;
  readonly role: Role;
  /** Set for a program that came with an API key. */
  readonly scopes?: readonly string[] | null;
}

export interface Deed extends Partial<Pick<AuditEntry, 'outcome' | 'code' | 'subject'>> {
  readonly action: string;
  readonly diff?: StateDiff & Pick<AuditEntry, 'about'>;
}

interface Asked {
  readonly actor: AuditPerson;
  readonly request: Request;
}

export interface AuditWriter {
  write(asked: Asked, deed: Deed): Promise<void>;
  /** The same deed of the same person from one network is told once an hour. */
  writeOnceAnHour(asked: Asked, deed: Deed): Promise<void>;
}

/** Nothing is written for a tenant that never connected: anybody in the world can have one. */
export const openAuditWriter = ({ repositories, clock }: AuditOptions): AuditWriter => {
  const hourly = openHourly(clock);

  const add = async (id: string, { actor, request }: Asked, deed: Deed): Promise<void> => {
    const { tenantId, userId, displayName, role, scopes = null } = actor;
    const connection = await repositories.connections.get(tenantId);
    if (connection === null || !hasConnected(connection.value)) return;
    await repositories.audit.add(tenantId, {
      id,
      at: clock.now().toISOString(),
      person: { id: userId, displayName },
      role: scopes === null ? role : 'apiKey',
      action: deed.action,
      outcome: deed.outcome ?? 'done',
      code: deed.code ?? null,
      subject: deed.subject ?? null,
      ...(deed.diff ?? { changes: [], more: 0 }),
      address: maskAddress(request.ip),
      requestId: requestIdOf(request),
    });
  };

  return {
    write: (asked, deed) => add(requestIdOf(asked.request), asked, deed),
    writeOnceAnHour: async (asked, deed) => {
      const { actor, request } = asked;
      const { action, outcome = 'done', code, subject } = deed;
      const what = [action, actor.userId, outcome, code, subject?.id, maskAddress(request.ip)];
      const id = hourly.take(actor.tenantId, what.join('/'));
      if (id === null) return;
      await add(id, asked, deed).catch((error: unknown) => {
        hourly.giveBack(actor.tenantId, id);
        throw error;
      });
    },
  };
};
