import type { Page } from 'playwright-core';
import type { Filled } from './fillTenant.ts';

/** Every page there is, with something on it. */
export const pagesOf = ({ signatureId, teammateId, runId }: Filled): readonly string[] => [
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

/** Once it shows what it is for: the page asked for is there, laid out anew, and no placeholder is left in the window. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.waitForFunction(() => {
    const waiting = document.querySelectorAll('main [role=progressbar][aria-label], main[aria-busy=true]');
    return [...waiting].every((one) => one.getBoundingClientRect().top > innerHeight);
  });
};
