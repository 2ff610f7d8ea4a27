import { z } from 'zod';
import type { Config } from '../config/loadConfig.ts';
import type { Clock } from '../ports/clock.ts';
import { ask, readJson, type Answer } from './ask.ts';
import { failed, ok, warning, type Checked } from './checked.ts';

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url(), token_endpoint: z.string() });
const keySetSchema = z.object({ keys: z.array(z.unknown()).min(1) });

const network =
  'Check the network, the DNS and the firewall of this machine; behind a proxy set NODE_USE_ENV_PROXY=1 and HTTPS_PROXY (docs/deploy.md).';

/** Whether Entra answers, with the keys that sign tokens, what time it is there, and whether Graph answers. */
export const checkMicrosoft = async (
  { entraAuthority, graphUrl }: Config,
  clock: Clock,
): Promise<readonly Checked[]> => {
  const askedAt = clock.now().getTime();
  const discovery = await ask(`${entraAuthority}/organizations/v2.0/.well-known/openid-configuration`);
  const middle = (askedAt + clock.now().getTime()) / 2;
  return [
    await checkEntra(entraAuthority, discovery),
    ...checkClock(discovery, middle),
    checkGraph(graphUrl, await ask(`${graphUrl}/v1.0/`)),
  ];
};

const checkEntra = async (authority: string, answer: Answer): Promise<Checked> => {
  const { host } = new URL(authority);
  if ('unreachable' in answer) return failed('entra', `Microsoft Entra (${host}): ${answer.unreachable}`, network);
  const discovery = discoverySchema.safeParse(readJson(answer.text));
  if (answer.status !== 200 || !discovery.success)
    return failed(
      'entra',
      `${host} answers ${String(answer.status)}, and not as Microsoft Entra does`,
      'Check ENTRA_AUTHORITY, and whether a proxy answers in its place.',
    );
  const keys = await ask(discovery.data.jwks_uri);
  const isKeySet = 'text' in keys && keySetSchema.safeParse(readJson(keys.text)).success;
  if (isKeySet) return ok('entra', `Microsoft Entra (${host}) answers, with its signing keys`);
  return failed('entra', `The signing keys of ${host} cannot be read, so nobody can sign in`, network);
};

const tolerated = { failed: 300, warning: 30 };

/** Tokens carry times; ours are refused, and theirs, when the clocks are five minutes apart. */
const checkClock = (answer: Answer, now: number): readonly Checked[] => {
  if ('unreachable' in answer || answer.date === null) return [];
  // The header has whole seconds.
  const apart = Math.max(0, Math.abs(now - answer.date.getTime()) - 1000) / 1000;
  const direction = now > answer.date.getTime() ? 'ahead of' : 'behind';
  const action = 'Set the clock: switch on NTP (timedatectl set-ntp true).';
  const message = `The clock of this machine is ${String(Math.round(apart))} s ${direction} Microsoft’s`;
  if (apart > tolerated.failed) return [failed('clock', message, action)];
  if (apart > tolerated.warning) return [warning('clock', message, action)];
  return [ok('clock', 'The clock agrees with Microsoft’s')];
};

/** Without a token it refuses, which proves as much. */
const checkGraph = (graphUrl: string, answer: Answer): Checked => {
  const { host } = new URL(graphUrl);
  if ('unreachable' in answer) return failed('graph', `Microsoft Graph (${host}): ${answer.unreachable}`, network);
  if (answer.status < 500) return ok('graph', `Microsoft Graph (${host}) answers`);
  return warning('graph', `Microsoft Graph (${host}) answers ${String(answer.status)}`, 'Try again in a few minutes.');
};
