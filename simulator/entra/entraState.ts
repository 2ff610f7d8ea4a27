import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import { z } from 'zod';

const grantSchema = z.object({ application: z.array(z.string()), delegated: z.array(z.string()) });
const stateSchema = z.object({
  signingKey: z.record(z.string(), z.unknown()),
  secret: z.string(),
  /** By client id: the service principals of the tenant and what was consented to. */
  grants: z.record(z.string(), grantSchema),
  /** By user id: refresh tokens issued before this moment are void. */
  signedOutBefore: z.record(z.string(), z.number()),
  /** By client id: who agreed for themselves, by user id. */
  userConsents: z.record(z.string(), z.array(z.string())).default({}),
});

export type Grant = z.infer<typeof grantSchema>;
type Stored = z.infer<typeof stateSchema>;

/** One person's own, as opposed to an administrator's for everybody. */
interface OwnConsent {
  clientId: string;
  user: string;
}

/** What must outlive a restart: keys, so tokens stay valid, and consent. Written at every change when there is a file. */
export class EntraState {
  readonly privateKey: KeyObject;
  readonly #stored: Stored;
  readonly #file: string | undefined;

  constructor(file?: string, signingKey?: JsonWebKey) {
    this.#file = file;
    this.#stored = file !== undefined && existsSync(file) ? readStored(file) : freshState(signingKey);
    this.privateKey = createPrivateKey({ key: this.#stored.signingKey as JsonWebKey, format: 'jwk' });
    this.#save();
  }

  /** Signs what this process hands out and later takes back: refresh tokens and session cookies. */
  get secret(): string {
    return this.#stored.secret;
  }

  /** Undefined when the app has no service principal in the tenant. */
  grantOf(clientId: string): Readonly<Grant> | undefined {
    return this.#stored.grants[clientId];
  }

  /** Whether an administrator's consent covers this permission, for the app itself or on behalf of people. */
  allows(clientId: string, permission: string): boolean {
    const grant = this.grantOf(clientId);
    return grant !== undefined && [...grant.application, ...grant.delegated].includes(permission);
  }

  /** Makes the service principal when there is none; permissions already granted stay. */
  grant(clientId: string, { application = [], delegated = [] }: Partial<Grant>): void {
    const old = this.#stored.grants[clientId] ?? { application: [], delegated: [] };
    this.#stored.grants[clientId] = {
      application: [...new Set([...old.application, ...application])],
      delegated: [...new Set([...old.delegated, ...delegated])],
    };
    this.#save();
  }

  hasConsentOf({ clientId, user }: OwnConsent): boolean {
    return this.#stored.userConsents[clientId]?.includes(user) === true;
  }

  addConsentOf({ clientId, user }: OwnConsent): void {
    this.#stored.userConsents[clientId] = [...(this.#stored.userConsents[clientId] ?? []), user];
    this.#save();
  }

  /** Takes back single permissions, or removes the app from the tenant. */
  revoke(clientId: string, permissions?: readonly string[]): void {
    const old = this.#stored.grants[clientId];
    if (!old) return;
    if (permissions) {
      const keep = (name: string) => !permissions.includes(name);
      this.#stored.grants[clientId] = {
        application: old.application.filter(keep),
        delegated: old.delegated.filter(keep),
      };
    } else {
      delete this.#stored.grants[clientId];
      delete this.#stored.userConsents[clientId];
    }
    this.#save();
  }

  revokeAll(): void {
    this.#stored.grants = {};
    this.#stored.signedOutBefore = {};
    this.#stored.userConsents = {};
    this.#save();
  }

  signedOutBefore(userId: string): number {
    return this.#stored.signedOutBefore[userId] ?? 0;
  }

  /** Voids every refresh token and session the user has. */
  signOut(userId: string, now: number): void {
    this.#stored.signedOutBefore[userId] = now;
    this.#save();
  }

  #save(): void {
    if (this.#file === undefined) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    // Renamed into place, so a kill in the middle leaves the old state, not half of the new.
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#stored, null, 2), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readStored(file: string): Stored {
  const parsed = stateSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not the state of a simulator; delete it to start afresh.`);
  return parsed.data;
}

function makeSigningKey(): JsonWebKey {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
}

function freshState(signingKey = makeSigningKey()): Stored {
  return {
    signingKey: { ...signingKey },
    secret: randomBytes(32).toString('base64url'),
    grants: {},
    signedOutBefore: {},
    userConsents: {},
  };
}
