import { generateDirectory } from '../../simulator/seed/generateDirectory.ts';
import { startSimulator } from '../../simulator/startSimulator.ts';
import { globalAdministrator, permissions, tokenOf } from '../attack/tokenOf.ts';

/** What the directory tells its parent when it is there. */
export interface LoadDirectory {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Has the first 2,000 people. */
  readonly unit: { readonly id: string; readonly displayName: string };
  readonly admin: string;
  /** Of the people in the unit. */
  readonly tokens: readonly string[];
}

/** Run as a process of its own, so that its work holds up nobody who is measured. */
const seed = generateDirectory({ users: Number(process.argv[2]) });
const simulator = await startSimulator({ seed });
const { id: tenantId, clientId, clientSecret, accounts } = simulator.tenant;
simulator.consent.grant(clientId, permissions);
const unit = seed.units?.[0];
process.send?.({
  url: simulator.url,
  clientId,
  clientSecret,
  unit: { id: unit?.id ?? '', displayName: unit?.displayName ?? '' },
  admin: tokenOf(simulator, { tenantId, id: accounts.globalAdmin.id, roles: [globalAdministrator] }),
  tokens: (unit?.memberIds ?? []).map((id) => tokenOf(simulator, { tenantId, id })),
} satisfies LoadDirectory);
process.once('disconnect', () => {
  process.exit(0);
});
