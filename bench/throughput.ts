import { fork } from 'node:child_process';
import { join } from 'node:path';
import { openOffice } from './attack/openOffice.ts';
import { askForSignatures, type Asked } from './throughput/askForSignatures.ts';

/**
 * `npm run bench:throughput [-- seconds]`: `GET /api/me/signature` over 20 connections beside a bare route of Express that
 * checks the same tokens and sends the same bytes, one process each, in turn: in short rounds, so that whatever else this
 * machine does meets both alike.
 */
// Longer, and all there are would meet their limit: 200 people may ask 240,000 times within a minute.
const seconds = Number(process.argv[2] ?? 6);
const rounds = 15;

const office = await openOffice();
const headers = { authorization: `Bearer ${office.tokens[0] ?? ''}` };
const answer = await (await fetch(`${office.url}/api/me/signature?composeType=newMail`, { headers })).text();
const bare = fork(join(import.meta.dirname, 'throughput/bare.ts'), [office.authority, office.clientId, answer]);
const { port } = await new Promise<{ readonly port: number }>((resolve) => {
  bare.once('message', (message) => {
    resolve(message as { port: number });
  });
});

const servers = {
  Undersign: { url: office.url, pid: office.pid },
  'bare route': { url: `http://127.0.0.1:${String(port)}`, pid: bare.pid ?? 0 },
};
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** What each takes, the median of its rounds. */
const compare = async (isKnown: boolean): Promise<readonly (readonly [string, Asked])[]> => {
  const found = new Map<string, Asked[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of Object.entries(servers)) {
      const asked = await askForSignatures({
        ...server,
        tokens: office.tokens,
        connections: 20,
        seconds: seconds / rounds,
        isKnown,
      });
      found.set(name, [...(found.get(name) ?? []), asked]);
    }
  }
  return [...found].map(([name, all]) => [
    name,
    {
      perSecond: median(all.map((one) => one.perSecond)),
      cpu: median(all.map((one) => one.cpu)),
      refused: all.reduce((sum, one) => sum + one.refused, 0),
    },
  ]);
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const columns = ['answer', 'server', 'requests/s', 'own CPU per request', 'of the bare route', 'refused'];
const lines = [line(columns), line(columns.map(() => '---'))];
try {
  for (const [answered, isKnown] of [
    ['200', false],
    ['304', true],
  ] as const) {
    const rows = await compare(isKnown);
    const least = rows.find(([name]) => name === 'bare route')?.[1].cpu ?? NaN;
    for (const [name, { perSecond, cpu, refused }] of rows) {
      const part = `${((least / cpu) * 100).toFixed(0)} %`;
      lines.push(line([answered, name, perSecond.toFixed(0), `${cpu.toFixed(0)} µs`, part, String(refused)]));
    }
  }
} finally {
  bare.disconnect();
  await office.close();
}
console.log(lines.join('\n'));
