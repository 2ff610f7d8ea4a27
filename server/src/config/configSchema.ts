import { isIP } from 'node:net';
import { z } from 'zod';

const port = z.coerce
  .number('must be a port number')
  .int('must be a port number')
  .min(0, 'must be a port number')
  .max(65_535, 'must be a port number');

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const url = (text: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), text)
    .transform((value) => value.replace(/(?<!\/)\/+$/, ''));

/** One origin serves pane, API, manifest and well-known file; Office asks for the last of them at the root of a host. */
const isOrigin = ({ pathname, search, hash, username, password, href }: URL): boolean =>
  pathname === '/' && [search, hash, username, password].every((part) => part === '') && !/[?#]/.test(href);

/** Tokens and secrets travel to this address, so plain http is for loopback only. */
const guardedUrl = url('must be an address such as https://login.microsoftonline.com').refine((value) => {
  const { protocol, hostname } = URL.canParse(value) ? new URL(value) : { protocol: '', hostname: '' };
  return protocol === 'https:' || loopbackHosts.has(hostname);
}, 'must be https, because secrets travel there; plain http is accepted for loopback addresses only');

const key = z
  .string()
  .refine(
    (value) => Buffer.from(value, 'base64').length === 32,
    'must be 32 bytes in base64; make one with: openssl rand -base64 32',
  );

const keys = z.string().transform((text, context): readonly string[] => {
  const list = text.split(',').map((one) => one.trim());
  if (list.every((one) => key.safeParse(one).success)) return list;
  context.addIssue('must be keys of 32 bytes in base64, separated by commas');
  return z.NEVER;
});

/** Whoever may add a webhook can make this server ask any address in them. */
const networks = z.string().transform((text, context): readonly string[] => {
  const list = text.split(',').map((one) => one.trim());
  if (list.every(isNetwork)) return list;
  context.addIssue('must be addresses or networks such as 10.1.0.0/16, separated by commas');
  return z.NEVER;
});

/** Ids are compared with those of tokens, which come in lower case. */
const allowedTenants = z.string().transform((text, context): 'first' | 'open' | readonly string[] => {
  if (text === 'first' || text === 'open') return text;
  const list = text.split(',').map((one) => one.trim().toLowerCase());
  if (list.every((one) => z.guid().safeParse(one).success)) return list;
  context.addIssue('must be tenant IDs (GUIDs) separated by commas, or first, or open');
  return z.NEVER;
});

const proxyNames = new Set(['loopback', 'linklocal', 'uniquelocal']);

const isNetwork = (text: string): boolean => {
  const [address = '', length, ...rest] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return (
    bits > 0 && rest.length === 0 && (length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits))
  );
};

/** What Express takes for `trust proxy`, checked here because it would throw at the first request. */
const proxies = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (list) => list.every((one) => proxyNames.has(one) || isNetwork(one)),
    'must be addresses, networks such as 10.1.0.0/16, loopback, linklocal or uniquelocal, separated by commas',
  )
  .transform((list) => list.join(', '));

/**
 * The database must be named: what a driver takes when it is not (`test`) is nobody's wish, and which database the user
 * is known to (`authSource`) would depend on a name we made up. Nothing of the value is repeated: it holds a password.
 */
const databaseUrl = z.string().superRefine((value, context) => {
  if (!/^mongodb(\+srv)?:\/\//.test(value)) {
    context.addIssue(
      'must begin with mongodb:// or mongodb+srv://, the one kind of server that is supported; unset, SQLite is used',
    );
  } else if (!/^[^/]+\/\/([^/?#@]+@)?[^/?#@]+\/[^/?#@\\. "$]{1,63}(\?.*)?$/.test(value)) {
    context.addIssue(
      'must name hosts and a database, as in mongodb://USER:PASSWORD@HOST/undersign; write signs such as @ and / in the password as %40 and %2F',
    );
  }
});

/** Every variable with what it is for: the page docs/configuration.md and .env.example are made from this. */
export const configSchema = z
  .object({
    PORT: port.default(3000).describe('Port the server listens on.'),
    SIMULATOR_PORT: port
      .optional()
      .describe(
        'Port of the made-up directory of a demo. Unset: the one after PORT. `npm run simulator` takes 4010 then.',
      ),
    PUBLIC_URL: url('must be the address people open, such as https://undersign.example.com')
      .refine(
        (value) => !URL.canParse(value) || isOrigin(new URL(value)),
        'must be only the scheme, the host and perhaps a port, such as https://undersign.example.com: no path, query, fragment or user name. Give Undersign a host name of its own',
      )
      .transform((value) => new URL(value).origin)
      .optional()
      .describe(
        'Address people and Outlook open, without a path. Unset: `http://localhost:PORT`. Outlook needs https.',
      ),
    DATA_DIR: z
      .string()
      .min(1)
      .default('./data')
      .describe('Folder for the embedded database and the made encryption key.'),
    DATABASE_URL: databaseUrl
      .optional()
      .describe(
        'MongoDB that several replicas share, such as `mongodb://USER:PASSWORD@HOST/undersign`. Unset: the embedded SQLite database in DATA_DIR.',
      )
      .meta({ secret: true }),
    ENTRA_AUTHORITY: guardedUrl
      .default('https://login.microsoftonline.com')
      .describe('Microsoft Entra. Set it for a national cloud.'),
    GRAPH_URL: guardedUrl
      .default('https://graph.microsoft.com')
      .describe('Microsoft Graph. Set it for a national cloud.'),
    ENTRA_CLIENT_ID: z
      .guid('must be the Application (client) ID of the app registration, a GUID')
      .optional()
      .describe('Application (client) ID of the multi-tenant app registration. Unset: Undersign starts as a demo.'),
    ENTRA_CLIENT_SECRET: z
      .string()
      .min(1)
      .optional()
      .describe('Client secret (its value, not its id) of the app registration.')
      .meta({ secret: true }),
    ENCRYPTION_KEY: key
      .optional()
      .describe(
        '32 bytes in base64 that seal what must stay secret. Unset: made once and kept in DATA_DIR. Needed beside DATABASE_URL.',
      )
      .meta({ secret: true }),
    ENCRYPTION_KEY_PREVIOUS: keys
      .optional()
      .describe(
        'Earlier values of ENCRYPTION_KEY, separated by commas: they open what they sealed, and it is sealed anew at the start.',
      )
      .meta({ secret: true }),
    ALLOWED_TENANTS: allowedTenants
      .optional()
      .describe(
        'Which tenants may connect: tenant IDs separated by commas; `first`: the one that connects first, then no other; `open`: any. Who is connected stays so. Unset: `first`, and `open` in a demo.',
      ),
    TRUSTED_PROXIES: proxies
      .default('loopback')
      .describe(
        'Whose word about the address of a caller is taken: addresses, networks such as `10.1.0.0/16`, `loopback`, `uniquelocal`; separated by commas.',
      ),
    WEBHOOK_NETWORKS: networks
      .optional()
      .describe(
        'Networks besides the Internet that webhooks may be sent to: addresses or networks such as `10.1.0.0/16`, separated by commas. Unset: none.',
      ),
    METRICS_TOKEN: z
      .string()
      .min(16, 'must be 16 characters or more; make one with: openssl rand -hex 24')
      .regex(/^[\x21-\x7e]+$/, 'must be plain characters without spaces, because it travels in a header')
      .optional()
      .describe('What Prometheus sends as bearer token to read `/metrics`. Unset: there are no metrics.')
      .meta({ secret: true }),
    OTEL_EXPORTER_OTLP_ENDPOINT: url('must be the address of a collector, such as http://localhost:4318')
      .optional()
      .describe(
        'OpenTelemetry collector that is sent spans (OTLP over HTTP). OTEL_EXPORTER_OTLP_HEADERS, OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES count too. Unset: nothing of it is loaded.',
      ),
    OTEL_TRACES_SAMPLER_ARG: z.coerce
      .number('must be a share between 0 and 1')
      .min(0, 'must be a share between 0 and 1')
      .max(1, 'must be a share between 0 and 1')
      .default(1)
      .describe('Share of all traces that is sent, between 0 and 1.'),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
      .optional()
      .describe('How much is logged. Unset: `info`, and `warn` in a demo.'),
  })
  .refine((value) => value.ENTRA_CLIENT_ID === undefined || value.ENTRA_CLIENT_SECRET !== undefined, {
    path: ['ENTRA_CLIENT_SECRET'],
    message: 'is needed beside ENTRA_CLIENT_ID',
    // Also when other variables are wrong, so that an operator learns of everything at once.
    when: () => true,
  })
  .refine((value) => value.DATABASE_URL === undefined || value.ENCRYPTION_KEY !== undefined, {
    path: ['ENCRYPTION_KEY'],
    message:
      'is needed beside DATABASE_URL, the same for every replica: one that a replica made for itself would be unknown to the others; make one with: openssl rand -base64 32',
    when: () => true,
  });

/** Variables whose value must not be seen; each may be given as NAME_FILE instead, the path of a file that holds it. */
export const secretVariables: readonly string[] = Object.entries(configSchema.shape)
  .filter(([, schema]) => schema.meta()?.['secret'] === true)
  .map(([name]) => name);
