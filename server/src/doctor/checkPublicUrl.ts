import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config/loadConfig.ts';
import { checkNetwork } from './checkNetwork.ts';
import { ask, readJson, type Answer } from './ask.ts';
import { failed, ok, warning, type Checked } from './checked.ts';

export interface PublicAddress {
  readonly config: Config;
  /** Servers that said within half a minute that they live; null where the store could not be read. */
  readonly replicas: number | null;
}

/** Whether what people and Microsoft Graph open leads to this installation. From here; the world may see another way. */
export const checkPublicUrl = async ({ config, replicas }: PublicAddress): Promise<readonly Checked[]> => {
  const url = config.publicUrl ?? `http://localhost:${String(config.port)}`;
  const answer = await ask(`${url}/api/config`);
  // Over http nobody sees it in Outlook at all.
  const reach = url.startsWith('https:') ? await checkNetwork(url) : [];
  return [...checkScheme(url), ...reach, ...(await checkAnswer({ config, replicas, url }, answer))];
};

const checkScheme = (url: string): readonly Checked[] =>
  url.startsWith('https:')
    ? []
    : [
        warning(
          'https',
          `PUBLIC_URL is ${url}: Outlook loads add-ins over https only, and Graph tells no http address of changes`,
          'Put a proxy with a certificate in front and set PUBLIC_URL to its https address (docs/deploy.md).',
        ),
      ];

interface Asked extends PublicAddress {
  readonly url: string;
}

const checkAnswer = async ({ config, replicas, url }: Asked, answer: Answer): Promise<readonly Checked[]> => {
  if ('unreachable' in answer) return [nothingThere(url, replicas, answer.unreachable)];
  const clientId = clientIdOf(answer);
  if (clientId !== null && clientId === (config.app?.clientId ?? clientId))
    return [ok('public-url', `${url} is this installation`), await checkHandshake(url)];
  const whose = clientId === null ? `status ${String(answer.status)}` : 'another app registration';
  return [
    failed(
      'public-url',
      `${url} does not lead here (${whose})`,
      'Check PUBLIC_URL, and to which port the proxy in front sends what it gets.',
    ),
  ];
};

const configSchema = z.object({ clientId: z.string() });

/** Null where something else answers. */
const clientIdOf = ({ status, text }: Exclude<Answer, { readonly unreachable: string }>): string | null => {
  const parsed = configSchema.safeParse(readJson(text));
  return status === 200 && parsed.success ? parsed.data.clientId : null;
};

const nothingThere = (url: string, replicas: number | null, why: string): Checked => {
  if (replicas === null || replicas === 0)
    return warning('public-url', `Nothing answers at ${url} (${why}): the server does not run`, 'Start it.');
  return failed(
    'public-url',
    `A server runs, but nothing answers at ${url} (${why})`,
    'Check the name in DNS, the certificate, and the proxy in front. Machines that may not open their own public name say so too: try from another one.',
  );
};

/** As Graph proves an address before it sends anything there. */
const checkHandshake = async (url: string): Promise<Checked> => {
  const token = randomUUID();
  const answer = await ask(`${url}/api/notifications?validationToken=${token}`, { method: 'POST' });
  if ('text' in answer && answer.status === 200 && answer.text === token)
    return ok('notifications', 'Graph’s handshake comes through');
  return warning(
    'notifications',
    'POST /api/notifications does not come through as Graph sends it',
    'Let the proxy in front pass POST requests on, with their query. Until then the schedule finds changes.',
  );
};
