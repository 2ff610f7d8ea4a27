import { chromium, type Browser } from 'playwright-core';
import { unpackChromium } from './unpackChromium.ts';

/**
 * Chromium as Playwright sets it up, so that it keeps people's rules about origins, frames and content. It looks nothing
 * up outside this machine, and draws without the graphics card that a test machine lacks and that is slow to imitate.
 */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await unpackChromium(),
    args: [
      '--disable-site-isolation-trials',
      '--in-process-gpu',
      '--disable-webgl',
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--disable-quic',
      '--no-pings',
      '--no-first-run',
    ],
    headless: true,
  });
