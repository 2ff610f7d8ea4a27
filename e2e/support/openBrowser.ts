import chromiumBinary from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** One process for the whole browser saves memory in a cloud function, and takes pop-ups down with it here. */
const unwanted = new Set(['--single-process', '--no-zygote']);

/** Pages are drawn without the graphics card that a test machine lacks and that is slow to imitate: a fifth of the work. */
chromiumBinary.setGraphicsMode = false;

/** Chromium that came through npm, so that no system package is needed. It looks nothing up outside this machine. */
export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await chromiumBinary.executablePath(),
    args: [
      ...chromiumBinary.args.filter((arg) => !unwanted.has(arg)),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
    headless: true,
  });
