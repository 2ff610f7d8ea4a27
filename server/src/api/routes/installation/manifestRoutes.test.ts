import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { openRecordingLogger } from '../../../../tests/support/sync/recordingLogger.ts';
import { problemHandler } from '../../middleware/problemHandler.ts';
import { beginAnswer } from '../../middleware/beginAnswer.ts';
import { officeCloudOf } from '../../officeCloud.ts';
import { mountManifestRoutes } from './manifestRoutes.ts';

const projectDir = join(import.meta.dirname, '../../../../..');
const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** The routes as the program has them, for an installation of this address and cloud. */
const open = (publicUrl: string, graphUrl = 'https://graph.microsoft.com') => {
  const app = express();
  const options = {
    projectDir,
    publicUrl,
    officeCloud: officeCloudOf(graphUrl),
    connectSources: [],
    contractMark: 'mark',
  };
  app.use(beginAnswer(options));
  mountManifestRoutes(app, options);
  app.use(problemHandler(openRecordingLogger()));
  const server = app.listen(0, '127.0.0.1');
  closers.push(() => server.close());
  return async (path: string) => {
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  };
};

/** The files of an archive that stores them as they are; throws where a sum is wrong. */
const unpack = (zip: Buffer): Readonly<Record<string, string>> => {
  const files: Record<string, string> = {};
  let at = 0;
  while (zip.readUInt32LE(at) === 0x04034b50) {
    const [size, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const content = zip.subarray(at + 30 + name, at + 30 + name + size);
    if (crc32(content) !== zip.readUInt32LE(at + 14)) throw new Error('A sum is wrong.');
    files[zip.toString('utf8', at + 30, at + 30 + name)] = content.toString('utf8');
    at += 30 + name + size;
  }
  return files;
};

describe('the manifests of an installation', () => {
  it('are for its own address, with an id that no other address has', async () => {
    const xml = await (await open('https://undersign.example.com')('/manifest.xml')).text();
    const elsewhere = await (await open('https://test.example.com')('/manifest.xml')).text();
    // As every other implementation of RFC 9562 makes it of this address.
    expect(xml).toContain('<Id>2630ddae-4457-5a3f-a97c-d40337230d60</Id>');
    expect(elsewhere).not.toContain('2630ddae-4457-5a3f-a97c-d40337230d60');
    expect(xml.match(/https:\/\/(?!undersign\.example\.com|login\.microsoftonline\.com)[^"<]*/g)).toBeNull();
  });

  it('are to be had as the package that Microsoft 365 takes, with every language it names', async () => {
    const get = open('https://undersign.example.com');
    const files = unpack(Buffer.from(await (await get('/undersign.zip')).arrayBuffer()));
    const manifest = (await (await get('/manifest.json')).json()) as {
      localizationInfo: { additionalLanguages: readonly { file: string }[] };
    };
    expect(JSON.parse(files['manifest.json']!)).toEqual(manifest);
    const languages = manifest.localizationInfo.additionalLanguages.map(({ file }) => file);
    expect(Object.keys(files).sort()).toEqual(['manifest.json', 'color.png', 'outline.png', ...languages].sort());
  });

  it.each(['/manifest.xml', '/manifest.json', '/undersign.zip'])(
    '%s is refused in words where the address is http',
    async (path) => {
      const response = await open('http://undersign.example.com')(path);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'manifest-needs-https' });
    },
  );

  it.each([
    ['https://graph.microsoft.com', 'https://login.microsoftonline.com', 'https://outlook.office.com'],
    ['https://graph.microsoft.us', 'https://login.microsoftonline.us', 'https://outlook.office365.us'],
    ['https://dod-graph.microsoft.us', 'https://login.microsoftonline.us', 'https://webmail.apps.mil'],
    [
      'https://microsoftgraph.chinacloudapi.cn',
      'https://login.partner.microsoftonline.cn',
      'https://partner.outlook.cn',
    ],
  ])('in the cloud of %s people sign in at %s and read their mail at %s', async (graph, signIn, outlook) => {
    const response = await open('https://undersign.example.com', graph)('/manifest.xml');
    expect(await response.text()).toContain(`<AppDomain>${signIn}</AppDomain>`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(/frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(' ')).toContain(outlook);
    const other = graph.endsWith('.com') ? 'https://webmail.apps.mil' : 'https://outlook.office.com';
    expect(policy).not.toContain(other);
  });
});
