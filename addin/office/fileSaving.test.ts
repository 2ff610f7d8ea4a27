import { afterEach, describe, expect, it } from '@jest/globals';
import { fileSaving } from './fileSaving.ts';

const beIn = (platform: string | undefined, sets: readonly string[] = []): void => {
  const isSetSupported = (name: string): boolean => sets.includes(name);
  Object.assign(globalThis, { Office: { context: { platform, requirements: { isSetSupported } } } });
};

describe('how a file gets to the person', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'Office');
  });

  it('is a download in a browser', () => {
    expect(fileSaving()).toBe('here');
    Object.assign(globalThis, { Office: {} });
    expect(fileSaving()).toBe('here');
  });

  it.each(['PC', 'OfficeOnline', 'Universal', undefined])('is a download in Outlook of the platform %s', (platform) => {
    beIn(platform);
    expect(fileSaving()).toBe('here');
  });

  it('is through the browser on Mac, where Outlook can open it', () => {
    beIn('Mac', ['OpenBrowserWindowApi']);
    expect(fileSaving()).toBe('inBrowser');
  });

  it.each(['Mac', 'iOS', 'Android'])('is not at all on %s without that', (platform) => {
    beIn(platform);
    expect(fileSaving()).toBe('nowhere');
  });
});
