import { createHmac, randomBytes } from 'node:crypto';

const secretPrefix = 'whsec_';

/** Of 192 bits, as Standard Webhooks writes them: the prefix, then base64. */
export const newSecret = (): string => secretPrefix + randomBytes(24).toString('base64');

export interface Message {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/**
 * The headers of a message, signed with each of the secrets, so that receivers may change theirs in their own time.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signMessage = (
  { id, at, body }: Message,
  secrets: readonly string[],
): Readonly<Record<string, string>> => {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(secretPrefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
};
