import { expect, test } from '@jest/globals';
import { officeCloudOf } from '../officeCloud.ts';
import { securityHeaders } from './securityHeaders.ts';

const headersOf = (publicUrl: string) => {
  const of = securityHeaders({
    publicUrl,
    connectSources: [],
    officeCloud: officeCloudOf('https://graph.microsoft.com'),
  });
  return (url: string): ReadonlyMap<string, string> => new Map(of(url));
};

test('an answer of the API that somebody opens as a page runs nothing, stands in no frame and is kept nowhere', () => {
  const of = headersOf('https://undersign.example');
  for (const url of ['/api/me/signature?composeType=reply', '/api/config', '/api', '/api/docsX', '/api/nothing']) {
    const headers = of(url);
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('pages run their own scripts alone, also those below /api', () => {
  const of = headersOf('http://localhost:3000');
  for (const url of [
    '/',
    '/taskpane.html',
    '/api/docs',
    '/api/docs/open.js',
    '/api/connection/consent/callback?state=1',
  ]) {
    expect(of(url).get('content-security-policy')).toMatch(/default-src 'self'.*object-src 'none'.*script-src 'self'/);
    expect(of(url).get('x-content-type-options')).toBe('nosniff');
    expect(of(url).has('strict-transport-security')).toBe(false);
    expect(of(url).has('x-powered-by')).toBe(false);
  }
});
