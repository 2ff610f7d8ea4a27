import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openBrowser } from '../e2e/support/browser/openBrowser.ts';
import { desktopIconSizes, phoneIconScales, phoneIconSizes } from '../server/src/api/manifest/addinDescription.ts';

/** Outlook takes PNG only. Renders addin/icons/icon.svg at every size that manifests name: `npm run icons`. */
const phoneSizes = phoneIconSizes.flatMap((size) => phoneIconScales.map((scale) => size * scale));
const sizes = new Set([...desktopIconSizes, ...phoneSizes, 64, 128, 192]);
const folder = path.join(import.meta.dirname, '../addin/icons');
const demo = path.join(import.meta.dirname, '../server/src/signatures/demo');

const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8');
// Where Microsoft 365 has a colour of its own below, it wants the drawing alone, in white.
const outline = svg.replace(/<rect[^>]*\/>/, '').replaceAll('#bcdcf7', '#ffffff');

const browser = await openBrowser();
const draw = async (drawing: string, [width, height]: readonly [number, number], target: string): Promise<void> => {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${width}px;height:${height}px}</style>${drawing}`,
  );
  await writeFile(target, await page.screenshot({ omitBackground: true }));
  await page.close();
};
const render = (drawing: string, size: number, name: string): Promise<void> =>
  draw(drawing, [size, size], path.join(folder, `${name}-${size}.png`));
/** What the demo's signatures show. */
const renderForDemo = async (name: string, size: readonly [number, number]): Promise<void> =>
  draw(await readFile(path.join(demo, `${name}.svg`), 'utf8'), size, path.join(demo, `${name}.png`));
try {
  for (const size of sizes) await render(svg, size, 'icon');
  await render(outline, 32, 'outline');
  await renderForDemo('logo', [280, 80]);
  await renderForDemo('banner', [1120, 260]);
} finally {
  await browser.close();
}
console.log(`Rendered ${sizes.size + 3} images.`);
