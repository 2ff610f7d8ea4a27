export interface MailsToOpen {
  readonly url: string;
  /** One for each person, who take turns. */
  readonly tokens: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
  /** No mail is opened any more once it is aborted. */
  readonly until?: AbortSignal;
}

export interface Opened {
  readonly mails: number;
  /** Milliseconds from the moment a mail was opened until its signature was there. */
  readonly p50: number;
  readonly p99: number;
  /** Whoever got no signature. */
  readonly refused: number;
}

/** Opens mails at a steady pace, whether the answers keep up or not, so that waiting is never hidden. */
export const openMails = async ({ url, tokens, perSecond, seconds, until }: MailsToOpen): Promise<Opened> => {
  const waits: number[] = [];
  let refused = 0;
  const openMail = async (at: number, due: number): Promise<void> => {
    const headers = { authorization: `Bearer ${tokens[at % tokens.length] ?? ''}` };
    const response = await fetch(`${url}/api/me/signature?composeType=newMail`, { headers }).catch(() => null);
    await response?.arrayBuffer().catch(() => undefined);
    if (response?.ok !== true) refused += 1;
    waits.push(performance.now() - due);
  };
  const mails = Math.round(perSecond * seconds);
  const began = performance.now();
  const opened: Promise<void>[] = [];
  for (let at = 0; at < mails && until?.aborted !== true; at += 1) {
    const due = began + (at * 1000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    opened.push(openMail(at, Math.max(due, performance.now())));
  }
  await Promise.all(opened);
  waits.sort((left, right) => left - right);
  const at = (part: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
  return { mails: opened.length, p50: at(0.5), p99: at(0.99), refused };
};
