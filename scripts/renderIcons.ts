import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import { desktopIconSizes, phoneIconScales, phoneIconSizes } from '../server/src/api/manifest/addinDescription.ts';

/** Outlook takes PNG only. Renders addin/icons/icon.svg at every size that manifests name: `npm run icons`. */
const phoneSizes = phoneIconSizes.flatMap((size) => phoneIconScales.map((scale) => size * scale));
const sizes = new Set([...desktopIconSizes, ...phoneSizes, 64, 128, 192]);
const folder = path.join(import.meta.dirname, '../addin/icons');

const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8');
// Where Microsoft 365 has a colour of its own below, it wants the drawing alone, in white.
const outline = svg.replace(/<rect[^>]*\/>/, '').replaceAll('#bcdcf7', '#ffffff');

const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'] });
const render = async (drawing: string, size: number, name: string): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  await writeFile(path.join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
};
try {
  for (const size of sizes) await render(svg, size, 'icon');
  await render(outline, 32, 'outline');
} finally {
  await browser.close();
}
console.log(`Rendered ${sizes.size + 1} icons into ${folder}.`);
