import type { Page } from 'playwright-core';
import { fillTenant, type Filled } from './fillTenant.ts';
import { openTenant } from './openTenant.ts';
import type { Demo } from './startDemo.ts';

const pagesOf = ({ signatureId, teammateId, runId }: Filled): readonly string[] => [
  '',
  'sync',
  'sync/held',
  `sync/runs/${runId}`,
  'select',
  `teammates?person=${teammateId}`,
  'teammates',
  `teammates/${teammateId}`,
  'teammates/missing',
  'completeness',
  'teammates/proposals',
  'teammates/file',
  'signatures',
  'signatures/new',
  `signatures/${signatureId}`,
  `signatures/${signatureId}/edit`,
  'signatures/file',
  'assignments',
  'assignments/people',
  'fields',
  'brand',
  'compose',
  'rollout',
  'connect',
  'roles',
  'settings',
  'privacy',
  'audit',
  'integrations',
];

/** Fills the demo's tenant, and tells of every page there is: each has something on it. */
export const fillPages = async (demo: Demo): Promise<readonly string[]> =>
  pagesOf(await fillTenant(await openTenant(demo), demo.simulatorUrl));

/** Once it shows what it is for: the page asked for is there, laid out anew, and no placeholder is left in the window. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.waitForFunction(() => {
    const waiting = document.querySelectorAll('main [role=progressbar][aria-label], main[aria-busy=true]');
    return [...waiting].every((one) => one.getBoundingClientRect().top > innerHeight);
  });
};
