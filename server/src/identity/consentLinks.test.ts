import { describe, expect, test } from '@jest/globals';
import { openConsentLinks } from './consentLinks.ts';

const linkFor = (aim: 'directory' | 'signIn', graphUrl: string): URL =>
  new URL(
    openConsentLinks({
      entraAuthority: 'https://login.partner.microsoftonline.cn',
      graphUrl,
      clientId: 'client',
      apiScope: 'api://client/access_as_user',
      publicUrl: 'https://undersign.example',
    }).adminConsentUrl('tenant', aim, 'state'),
  );

describe('links to the consent page', () => {
  test.each([
    ['https://graph.microsoft.com', 'https://graph.microsoft.com/.default'],
    ['https://graph.microsoft.us', 'https://graph.microsoft.us/.default'],
    ['https://microsoftgraph.chinacloudapi.cn', 'https://microsoftgraph.chinacloudapi.cn/.default'],
    ['http://localhost:4300', 'https://graph.microsoft.com/.default'],
    ['http://127.0.0.1:4300', 'https://graph.microsoft.com/.default'],
  ])('with Graph at %s, ask for %s to read the directory', (graphUrl, scope) => {
    expect(linkFor('directory', graphUrl).searchParams.get('scope')).toBe(scope);
  });

  test('ask for our own scope, and no Graph, to sign people in', () => {
    const link = linkFor('signIn', 'https://graph.microsoft.us');
    expect(link.searchParams.get('scope')).toBe('api://client/access_as_user openid profile offline_access');
  });

  test('lead to Entra’s page of the tenant and back to us', () => {
    const { origin, pathname, searchParams } = linkFor('directory', 'https://microsoftgraph.chinacloudapi.cn');
    expect(origin + pathname).toBe('https://login.partner.microsoftonline.cn/tenant/v2.0/adminconsent');
    expect(searchParams.get('redirect_uri')).toBe('https://undersign.example/api/connection/consent/callback');
    expect(searchParams.get('state')).toBe('state');
  });
});
