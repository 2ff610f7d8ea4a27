import { describe, expect, it } from '@jest/globals';
import { consentReturnPage } from './consentReturnPage.ts';

describe('the page that consent comes back to', () => {
  it.each([
    ['fr', 'fr', 'Merci'],
    ['de', 'de', 'Vielen Dank'],
    [false, 'en', 'Thank you'],
    ['"><script>', 'en', 'Thank you'],
  ] as const)('asked for in %s is in %s', (asked, language, thanks) => {
    const page = consentReturnPage('connected', asked);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${thanks}</h1>`);
  });
});
