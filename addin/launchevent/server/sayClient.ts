import { isMac } from '../mail/composing.ts';

/** Which Outlook this is, such as `Outlook/16.0.18025.20000`, for those who look after the rollout. */
export function sayClient(): string {
  const { hostName, hostVersion } = Office.context.mailbox.diagnostics;
  return `${isMac() ? 'Mac' : String(hostName)}/${String(hostVersion)}`;
}
