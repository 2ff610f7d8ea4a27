import { withoutUnseen } from '../text/withoutUnseen.ts';

/** Of a name of the domain name system, as URL writes it: international ones begin with "xn--". */
const label = /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/;
const topLevel = /^(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** "example.com:8443/me" begins as a scheme does. */
const hostWithPort = /^[\w.-]{1,253}:\d{1,5}(?:[/?#]|$)/;

/**
 * An https address, also of what people write without one (`example.com/me`). Empty for anything else, and for what only looks
 * like one: a number with dots ("12.34.56.78"), a name with an @, two addresses in one field.
 */
export const webLink = (value: string): string => {
  const text = withoutUnseen(value).trim();
  // An address has none: what comes after it is another one, or words about it.
  if (/\s/.test(text)) return '';
  const isWhole = /^[a-z][a-z\d+.-]*:/i.test(text) && !hostWithPort.test(text);
  const address = isWhole ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !isHost(url.hostname) || hasUser(address)) return '';
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : '';
};

const isHost = (name: string): boolean => {
  const labels = name.split('.');
  return labels.length > 1 && labels.every((each) => label.test(each)) && topLevel.test(labels.at(-1) ?? '');
};

/** Whoever reads "https://bank.example@evil.example" thinks of the bank. Browsers take any number of slashes, and none. */
const hasUser = (address: string): boolean => /^https?:[/\\]*[^/\\?#]*@/i.test(address);
