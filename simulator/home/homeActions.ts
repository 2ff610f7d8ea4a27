import type { Directory } from '../directory/directory.ts';
import type { Simulator } from '../simulator.ts';
import { profileChanges } from './editableFields.ts';

const DAY = 24 * 60 * 60_000;

type PersonAction = (directory: Directory, id: string, form: URLSearchParams) => string;

type TenantAction = (simulator: Simulator, form: URLSearchParams) => string;

/** The buttons of a person's page; each says what it did by a key of `DONE`. */
export const PERSON_ACTIONS: ReadonlyMap<string, PersonAction> = new Map(
  Object.entries<PersonAction>({
    profile: (directory, id, form) => {
      const user = directory.users.findLive(id);
      if (user) directory.updateUser(id, profileChanges(user, form));
      return 'profile';
    },
    disable: (directory, id) => {
      directory.updateUser(id, { accountEnabled: false });
      return 'disabled';
    },
    enable: (directory, id) => {
      directory.updateUser(id, { accountEnabled: true });
      return 'enabled';
    },
    delete: (directory, id) => {
      directory.softDeleteUser(id);
      return 'deleted';
    },
    restore: (directory, id) => {
      directory.restoreUser(id);
      return 'restored';
    },
    join: (directory, id, form) => {
      directory.addMember(form.get('groupId') ?? '', id);
      return 'joined';
    },
    leave: (directory, id, form) => {
      directory.removeMember(form.get('groupId') ?? '', id);
      return 'left';
    },
  }),
);

const LEAVERS = 300;

/** Of a small tenant half: whoever can sign in to the demo stays, or nobody could look at what it does. */
function letLeave(directory: Directory, staying: ReadonlySet<string>): void {
  const live = [...directory.users.live()].filter(({ id }) => !staying.has(id));
  for (const { id } of live.slice(0, Math.min(LEAVERS, Math.floor(live.length / 2)))) directory.softDeleteUser(id);
}

/** The buttons of the overview. */
export const TENANT_ACTIONS: ReadonlyMap<string, TenantAction> = new Map(
  Object.entries<TenantAction>({
    clock: ({ clock }) => {
      clock.advance(DAY);
      return 'clock';
    },
    consent: ({ consent }, form) => {
      consent.revoke(form.get('clientId') ?? '');
      return 'revoked';
    },
    slow: ({ faults }) => {
      faults.add({ kind: 'slow', milliseconds: 3000 });
      return 'slow';
    },
    throttle: ({ faults }) => {
      faults.add({ kind: 'status', status: 429, retryAfter: 30, times: 5 });
      return 'throttled';
    },
    away: ({ faults }) => {
      faults.add({ kind: 'status', status: 503 });
      return 'away';
    },
    mend: ({ faults }) => {
      faults.clear();
      return 'mended';
    },
    leave: ({ directory, tenant }) => {
      letLeave(directory, new Set(Object.values(tenant.accounts).map(({ id }) => id)));
      return 'leaving';
    },
    reset: (simulator) => {
      simulator.reset();
      return 'reset';
    },
  }),
);
