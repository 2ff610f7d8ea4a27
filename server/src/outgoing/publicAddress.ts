import { BlockList, isIPv6 } from 'node:net';

type Network = readonly [address: string, bits: number];

/**
 * What is not the Internet. https://www.iana.org/assignments/iana-ipv4-special-registry and
 * https://www.iana.org/assignments/iana-ipv6-special-registry, with what carries version 4 inside.
 */
const special4: readonly Network[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** All of the Internet's version 6 is in 2000::/3; these parts of it are not reached as they look. */
const global6: Network = ['2000::', 3];
const special6: readonly Network[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const listOf = (networks: readonly Network[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const [address, bits] of networks) list.addSubnet(address, bits, family);
  return list;
};

const refused4 = listOf(special4, 'ipv4');
const refused6 = listOf(special6, 'ipv6');
const allowed6 = listOf([global6], 'ipv6');

const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** Where a network has version 6 alone, its resolver writes every address of version 4 like this (RFC 6052). */
const translated = /^64:ff9b::(?:(?:([\da-f]{1,4}):)?([\da-f]{1,4}))?$/;

/** The address of version 4 that one of version 6 leads to, or the address itself. */
const reached = (address: string): string => {
  const inside = mapped.exec(address)?.[1];
  if (inside !== undefined || !isIPv6(address)) return inside ?? address;
  // However it is written, a URL writes it in one way.
  const groups = translated.exec(new URL(`http://[${address}]`).hostname.slice(1, -1));
  if (groups === null) return address;
  const halves = [groups[1], groups[2]].map((half) => Number.parseInt(half ?? '0', 16));
  return halves.flatMap((half) => [half >> 8, half & 0xff]).join('.');
};

/** Whether an address, as a resolver writes it, is one of the Internet's. */
const isPublic = (address: string): boolean =>
  isIPv6(address)
    ? allowed6.check(address, 'ipv6') && !refused6.check(address, 'ipv6')
    : !refused4.check(address, 'ipv4');

/** Opens networks besides the Internet, such as `10.1.0.0/16`. Both lists as the configuration has checked them. */
export const openAddressGuard = (networks: readonly string[]): ((address: string) => boolean) => {
  const opened = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) opened.addAddress(address, family);
    else opened.addSubnet(address, Number(bits), family);
  }
  return (written) => {
    const [bare = ''] = written.split('%');
    // The same machine may be written in version 6.
    const address = reached(bare);
    return isPublic(address) || [address, bare].some((one) => opened.check(one, isIPv6(one) ? 'ipv6' : 'ipv4'));
  };
};
