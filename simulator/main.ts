/** Runs the simulator alone: `npm run simulator -- --port 4010 --state data/simulator.json --users 20000`. */
import { parseArgs } from 'node:util';
import { startSimulator } from './startSimulator.ts';
import type { Simulator, SimulatorOptions } from './startSimulator.ts';
import { generateDirectory } from './seed/generateDirectory.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['SIMULATOR_PORT'] ?? '4010' },
    state: { type: 'string' },
    users: { type: 'string' },
    json: { type: 'boolean', default: false },
    'list-latency': { type: 'string', default: '0' },
    'delta-latency': { type: 'string', default: '0' },
  },
});

try {
  const simulator = await startSimulator(readOptions());
  const announceAsJson = values.json || process.send !== undefined;
  console.log(announceAsJson ? JSON.stringify(announcement(simulator)) : welcome(simulator));
  process.send?.(announcement(simulator));
  const stop = () => void simulator.close().finally(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function readOptions(): SimulatorOptions {
  const { port, state, users } = values;
  const options: SimulatorOptions = {
    port: Number(port),
    latency: { list: Number(values['list-latency']), delta: Number(values['delta-latency']) },
  };
  if (state !== undefined) options.stateFile = state;
  if (users !== undefined) options.seed = generateDirectory({ users: Number(users) });
  return options;
}

function announcement({ url, tenant }: Simulator) {
  const { id: tenantId, name: tenantName, ...rest } = tenant;
  return { url, tenantId, tenantName, ...rest };
}

function welcome({ url, tenant, directory }: Simulator): string {
  const people = Object.values(tenant.accounts).map(
    ({ userPrincipalName, note }) => `    ${userPrincipalName.padEnd(48)} ${note}`,
  );
  return `Simulated Microsoft Entra ID and Graph – ${tenant.name}, ${directory.users.order.length} people
  Look around    ${url}/
  Authority      ${url}/${tenant.id}/v2.0
  Graph          ${url}/v1.0
  Control        ${url}/_simulator
  Client id      ${tenant.clientId}   (consent not given yet)
  Client secret  ${tenant.clientSecret}
  Own client     ${tenant.ownRegistration.clientId}   ${tenant.ownRegistration.clientSecret}
  Sign in as
${people.join('\n')}`;
}
