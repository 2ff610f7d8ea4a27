import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser/openBrowser.ts';
import { startDemo } from '../e2e/support/startDemo.ts';
import { tellStory } from '../e2e/support/stories/story.ts';
import { openWording } from '../e2e/support/wording.ts';

const images = join(import.meta.dirname, '../docs/images');

/** The screens of the flow in the README, with what they show. */
const flow = [
  ['connect', '1. Connect by consent'],
  ['pick', '2. Pick units, groups, people'],
  ['preview', '3. Preview every change'],
  ['teammate', '4. See fields, and why'],
  ['compose', '5. Write: it is already there'],
] as const;

const pane = { width: 360, height: 640 };
const fullWidth = { width: 1280, height: 760 };

/** Tells the browser tests' own story and keeps a picture of every screen. */
const shoot = async (browser: Browser, viewport: typeof pane): Promise<ReadonlyMap<string, Buffer>> => {
  const demo = await startDemo();
  const context = await browser.newContext({
    locale: 'en',
    colorScheme: 'light',
    viewport,
    deviceScaleFactor: 1.5,
  });
  const page = await context.newPage();
  const shots = new Map<string, Buffer>();
  const say = openWording('en');
  try {
    await page.goto(demo.url);
    await tellStory({
      context,
      page,
      say,
      onScreen: async (name) => {
        if (name === 'compose') await page.getByTitle(say('compose.window.body')).scrollIntoViewIfNeeded();
        shots.set(name, await page.screenshot({ animations: 'disabled' }));
      },
    });
  } finally {
    await context.close();
    await demo.stop();
  }
  return shots;
};

const figure = (shot: Buffer, caption: string): string =>
  `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${shot.toString('base64')}" width="${String(pane.width)}"></figure>`;

const compose = async (browser: Browser, shots: ReadonlyMap<string, Buffer>): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: { width: 1940, height: 720 }, colorScheme: 'light' });
  const figures = flow.map(([name, caption]) => {
    const shot = shots.get(name);
    if (shot === undefined) throw new Error(`The story has no screen ${name} any more.`);
    return figure(shot, caption);
  });
  await page.setContent(
    `<style>body{margin:16px;display:flex;gap:24px;background:#f5f5f5;font-family:'Segoe UI',Arial,sans-serif}
    figure{margin:0}figcaption{font-size:17px;font-weight:600;margin:0 0 10px;color:#242424}
    img{border-radius:8px;box-shadow:0 2px 10px #0003;display:block}</style>${figures.join('')}`,
  );
  return page.screenshot();
};

mkdirSync(images, { recursive: true });
const browser = await openBrowser();
try {
  const save = (name: string, picture: Buffer): void => {
    writeFileSync(join(images, name), picture);
    console.log(`docs/images/${name}`);
  };
  save('flow.png', await compose(browser, await shoot(browser, pane)));
  const wide = (await shoot(browser, fullWidth)).get('pick');
  if (wide === undefined) throw new Error('The story has no screen pick any more.');
  save('console.png', wide);
} finally {
  await browser.close();
}
