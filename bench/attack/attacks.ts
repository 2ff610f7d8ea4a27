import { connect, type Socket } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';

export interface Target {
  readonly url: string;
  readonly databaseFile: string;
  readonly teammate: string;
  readonly strangers: readonly string[];
  readonly forged: readonly string[];
}

export interface Attack {
  /** Requests a second. */
  readonly perSecond: number;
  /** The request with this number. */
  readonly send: (target: Target, at: number) => Promise<Response>;
  /** Done before the first; returns what undoes it. */
  readonly prepare?: (target: Target) => () => void;
}

const bearer = (token: string | undefined) => ({ authorization: `Bearer ${token ?? ''}` });
const json = { 'content-type': 'application/json' };

const packed = gzipSync(JSON.stringify({ selection: ' '.repeat(1_000_000) }));
const largeNotification = JSON.stringify({ value: [{ clientState: 'x'.repeat(500_000) }] });
const blank = JSON.stringify({
  tenantId: ' '.repeat(200),
  clientId: ' '.repeat(200),
  clientSecret: ' '.repeat(4000),
  certificate: `-----BEGIN CERTIFICATE-----${' '.repeat(55_000)}`,
});

const lock = ({ databaseFile }: Target): (() => void) => {
  const database = new DatabaseSync(databaseFile);
  database.exec('PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
};

/** So many requests stand half-sent at any moment: one that the server has ended is begun anew. */
const halfSent = ({ url }: Target): (() => void) => {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const head = 'POST /api/sync/preview HTTP/1.1\r\nHost: here\r\n';
  const body = `${head}Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"half":`;
  let isOver = false;
  const begin = (half: string): void => {
    const socket = connect(Number(port), hostname, () => socket.write(half));
    open.add(socket);
    socket.resume().on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      if (!isOver) begin(half);
    });
  };
  for (let at = 0; at < 1500; at += 1) begin(at % 2 === 0 ? head : body);
  return () => {
    isOver = true;
    for (const socket of open) socket.destroy();
  };
};

export const attacks = {
  'posts of nobody, 1 MB packed into 1 KB': {
    perSecond: 60,
    send: ({ url }) =>
      fetch(`${url}/api/sync/preview`, {
        method: 'POST',
        headers: { ...json, 'content-encoding': 'gzip' },
        body: packed,
      }),
  },
  'registration forms of white space, by strangers': {
    perSecond: 20,
    send: ({ url, strangers }, at) =>
      fetch(`${url}/api/connection/registration`, {
        method: 'PUT',
        headers: { ...json, ...bearer(strangers[at % strangers.length]) },
        body: blank,
      }),
  },
  'from=@@@… of one teammate': {
    perSecond: 20,
    send: ({ url, teammate }) =>
      fetch(`${url}/api/me/signature?from=${'@'.repeat(12_000)}`, { headers: bearer(teammate) }),
  },
  'tokens of keys nobody knows': {
    perSecond: 200,
    send: ({ url, forged }, at) => fetch(`${url}/api/session`, { headers: bearer(forged[at % forged.length]) }),
  },
  'pictures that nobody has': {
    perSecond: 400,
    send: ({ url }, at) =>
      fetch(`${url}/images/1698d3a7-5374-427e-a1aa-86568c1a6b4d/${at.toString(16).padStart(64, '0')}`),
  },
  'notifications of 500 KB': {
    perSecond: 20,
    send: ({ url }) => fetch(`${url}/api/notifications`, { method: 'POST', headers: json, body: largeNotification }),
  },
  '1,500 requests half-sent at any moment': {
    perSecond: 1,
    send: ({ url }) => fetch(`${url}/health/live`),
    prepare: halfSent,
  },
  'questions for readiness while another process writes': {
    perSecond: 100,
    send: ({ url }) => fetch(`${url}/health/ready`),
    prepare: lock,
  },
} as const satisfies Readonly<Record<string, Attack>>;

export type AttackName = keyof typeof attacks;
export const attackNames = Object.keys(attacks) as readonly AttackName[];
