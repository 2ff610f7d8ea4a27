import { isIPv4, isIPv6 } from 'node:net';

/** The network an address belongs to and not the machine: enough to see from where, too little to follow a person. */
export const maskAddress = (address: string | undefined): string => {
  const [plain = ''] = (address ?? '').replace(/^::ffff:(?=\d{1,3}\.)/i, '').split('%');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.x`;
  return isIPv6(plain) ? `${networkOf(plain)}:x` : 'unknown';
};

/** The first 48 bits, which a provider gives to one customer. */
const networkOf = (address: string): string => {
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail];
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};
