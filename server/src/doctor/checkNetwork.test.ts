import { expect, test } from '@jest/globals';
import { checkNetwork } from './checkNetwork.ts';

const messagesFor = async (url: string): Promise<readonly string[]> =>
  (await checkNetwork(url)).map(({ check, status, message }) => `${check} ${status}: ${message}`);

test.each(['https://10.1.2.3', 'https://192.168.0.9:8443', 'https://[fd00::1]', 'https://[::1]:3443'])(
  'browsers ask before Outlook on the web may show what is at %s',
  async (url) => {
    const host = new URL(url).hostname.replace(/[[\]]/g, '');
    expect(await messagesFor(url)).toEqual([
      expect.stringContaining(`network warning: ${host} is no address of the Int`),
    ]);
  },
);

test('a name that leads to this machine is told with where it leads', async () => {
  expect(await messagesFor('https://localhost:3443')).toEqual([
    expect.stringMatching(/localhost is (?:127\.0\.0\.1|::1) from here and is no address/),
  ]);
});

test.each(['https://8.8.8.8', 'https://[2606:4700:4700::1111]', `https://${'a'.repeat(64)}.example`])(
  'nothing is said of %s, be it reached or not',
  async (url) => {
    expect(await messagesFor(url)).toEqual([]);
  },
);
