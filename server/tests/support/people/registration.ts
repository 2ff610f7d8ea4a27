import type { RegistrationRequest } from '../../../src/contract/manage/connection.ts';
import type { Simulator } from '../../../../simulator/startSimulator.ts';
import type { ClientRegistration } from '../../../../simulator/entra/tokens/clientRegistration.ts';

/** What the admin of the simulated tenant pastes, when everything is right. */
export const ownForm = ({ tenant }: Simulator): RegistrationRequest => ({
  tenantId: tenant.id,
  clientId: tenant.ownRegistration.clientId,
  clientSecret: tenant.ownRegistration.clientSecret,
});

/** Changes the customer's registration in Entra; the simulator keeps what is not named. */
export const changeOwn = ({ clients, tenant }: Simulator, change: Partial<ClientRegistration>): void => {
  const { clientId } = tenant.ownRegistration;
  const before = clients.get(clientId);
  if (before === undefined) throw new Error('The simulated tenant has a registration of its own.');
  clients.set(clientId, { ...before, ...change });
};
