import { randomUUID } from 'node:crypto';

/**
 * The handshake before anything is sent to an address: it must give the decoded token back as plain text.
 * https://learn.microsoft.com/en-us/graph/change-notifications-delivery-webhooks#notificationurl-validation
 * @returns what is wrong, or undefined.
 */
export async function confirmEndpoint(address: string, signal: AbortSignal): Promise<string | undefined> {
  // Letters that do not survive a client that forgets to decode, or to escape.
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()} <&+%>`;
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: '', redirect: 'manual', signal });
    const text = await response.text();
    if (response.status !== 200) return `must respond with 200 OK to validation request, not ${response.status}.`;
    if (!/^text\/plain\b/i.test(response.headers.get('content-type') ?? ''))
      return 'must respond to validation request with text/plain.';
    return text === token ? undefined : 'must respond to validation request with the decoded validation token.';
  } catch {
    return signal.aborted ? 'did not respond to validation request in time.' : 'could not be reached.';
  }
}
