import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { cacheFolder } from '../../../server/tests/support/processes/cacheFolder.ts';

const packed = createRequire(import.meta.url).resolve('@sparticuz/chromium');

/** Of the package, since another version of it is another Chromium. */
const readVersion = (): string => {
  const file = join(dirname(packed), '../../package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
};

/** The package unpacks into the folder for temporary files, wherever its process believes that to be. */
const unpackInto = async (folder: string): Promise<void> => {
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: dirname(packed),
    env: { ...process.env, TMPDIR: folder },
  });
};

/**
 * Where the Chromium is that came packed through npm: unpacked the first time and then kept between runs. Its folder
 * appears whole or not at all, so that one process can start it while another unpacks it, and a run that was killed leaves
 * no half of it behind.
 * @param kept where what tests unpack or build is kept
 */
export const unpackChromium = async (kept = cacheFolder()): Promise<string> => {
  const folder = join(kept, `chromium-${readVersion()}`);
  const executable = join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  await mkdir(kept, { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    await unpackInto(draft);
    await rename(draft, folder).catch((error: unknown) => {
      // Another process was there first.
      if (!existsSync(executable)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return executable;
};

/** Jest calls this once, before the tests in a browser: each of its workers would else unpack one at the same time. */
export default async (): Promise<void> => {
  await unpackChromium();
};
