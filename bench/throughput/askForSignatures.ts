import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { cpuOf } from '../attack/cpuOf.ts';

export interface Asking {
  readonly url: string;
  /** Of the server. */
  readonly pid: number;
  /** One for each person, who take turns. */
  readonly tokens: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Each tells the ETag they were given, as an add-in does that has the signature already. */
  readonly isKnown: boolean;
}

export interface Asked {
  readonly perSecond: number;
  /** Microseconds of the server's own CPU. */
  readonly cpu: number;
  readonly refused: number;
}

/** Asks over so many connections, each as soon as it was answered. */
export const askForSignatures = async (asking: Asking): Promise<Asked> => {
  const { url, pid, tokens, connections, seconds, isKnown } = asking;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const etags = new Map<string, string>();
  let [answered, refused, turn] = [0, 0, 0];
  const ask = async (): Promise<void> => {
    const token = tokens[(turn += 1) % tokens.length] ?? '';
    const known = isKnown ? etags.get(token) : undefined;
    const headers = { authorization: `Bearer ${token}`, ...(known === undefined ? {} : { 'if-none-match': known }) };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}/api/me/signature?composeType=newMail`, { agent, headers }, resolve).once('error', reject);
    });
    await once(response.resume(), 'end');
    if (response.headers.etag !== undefined) etags.set(token, response.headers.etag);
    answered += 1;
    if (response.statusCode !== (known === undefined ? 200 : 304)) refused += 1;
  };
  // Everybody once, so that each has what they will tell.
  for (let asked = 0; asked < tokens.length; asked += 1) await ask();
  [answered, refused] = [0, 0];
  const [began, cpu] = [performance.now(), cpuOf(pid)];
  const until = began + seconds * 1000;
  const keepAsking = async (): Promise<void> => {
    while (performance.now() < until) await ask();
  };
  await Promise.all(Array.from({ length: connections }, keepAsking));
  const took = (performance.now() - began) / 1000;
  const used = cpuOf(pid) - cpu;
  agent.destroy();
  return { perSecond: answered / took, cpu: (used / answered) * 1e6, refused };
};
