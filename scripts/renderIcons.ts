import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** Outlook takes PNG only. Renders addin/icons/icon.svg at every size manifest.xml names: `npm run icons`. */
const sizes = [16, 32, 64, 80, 128];
const folder = path.join(import.meta.dirname, '../addin/icons');

const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8');
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
try {
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(path.join(folder, `icon-${size}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
console.log(`Rendered ${sizes.length} icons into ${folder}.`);
