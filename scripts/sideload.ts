/**
 * `npm run sideload -- --url https://undersign.example.com`: looks whether everything the manifest of this address names
 * is to be had there, as Outlook will look, keeps the manifest on disk, and says where to give it to Outlook.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNetwork } from '../server/src/doctor/checkNetwork.ts';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'https://localhost:3443' } } });
const { origin } = new URL(values.url);

const failed = (text: string): never => {
  console.error(text);
  process.exit(1);
};

const read = async (url: string): Promise<Response> => {
  const response = await fetch(url).catch((error: unknown) => {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return failed(`${url} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`);
  });
  return response.ok ? response : failed(`${url} answers ${response.status}: ${await response.text()}`);
};

const manifest = await (await read(`${origin}/manifest.xml`)).text();
const named = new Set(manifest.match(/https?:\/\/[^"<\s]+/g)?.filter((url) => url.startsWith(`${origin}/`)));
if (named.size === 0) failed(`The manifest at ${origin} is for another address: set PUBLIC_URL to ${origin}.`);
for (const url of named) await read(url);
const listed: unknown = await (await read(`${origin}/.well-known/microsoft-officeaddins-allowed.json`)).json();
if (!JSON.stringify(listed).includes(`"${origin}/launchevent.js"`)) {
  failed(`${origin}/.well-known/microsoft-officeaddins-allowed.json does not list ${origin}/launchevent.js.`);
}

const folder = join(import.meta.dirname, '../dist/manifest', new URL(origin).host.replace(':', '-'));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'manifest.xml'), manifest);
console.log(`All ${named.size} addresses that the manifest names answer. Now, for your own mailbox only:
  1. Open https://aka.ms/olksideload in a browser: Outlook opens with the add-ins for Outlook.
  2. My add-ins, Custom add-ins, Add a custom add-in, Add from file: ${join(folder, 'manifest.xml')}
  3. Every Outlook of this mailbox shows it within minutes; classic Outlook after a restart.`);
for (const { message, action } of await checkNetwork(origin)) console.log(`${message}. ${action ?? ''}`);
