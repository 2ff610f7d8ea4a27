import { lookup } from 'node:dns/promises';
import { openAddressGuard } from '../outgoing/publicAddress.ts';
import { warning, type Checked } from './checked.ts';

const isOfInternet = openAddressGuard([]);

/**
 * Whether browsers take an address for one of a private network: a page of the Internet, which Outlook on the web is, may
 * open such a one only where the person, or a policy of the company, allows it. As it looks from here; a name that
 * leads nowhere is told by whoever asks it. https://developer.chrome.com/blog/local-network-access
 */
export const checkNetwork = async (url: string): Promise<readonly Checked[]> => {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true }).catch(() => []);
  const inside = found.find(({ address }) => !isOfInternet(address));
  if (inside === undefined) return [];
  const named = inside.address === host ? host : `${host} is ${inside.address} from here and`;
  return [
    warning(
      'network',
      `${named} is no address of the Internet: Chrome and Edge show the add-in in Outlook on the web only after somebody allowed that`,
      'Allow “local network access” where the browser asks for it, or set the policy LocalNetworkAccessAllowedForUrls for the addresses of Outlook on the web (docs/outlook.md).',
    ),
  ];
};
