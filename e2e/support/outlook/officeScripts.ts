import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const scripts = join(import.meta.dirname, '../../../node_modules/@microsoft/office-js/dist');

/** A library that office.js would fetch from elsewhere, with as much as it asks of it. */
const ajaxStandIn = `
  window.Type = Object.assign(Function, { 
    registerNamespace: (path) => path.split('.').reduce((at, name) => (at[name] ??= {}), window),
    registerClass: () => undefined,
  });
  Function._validateParams = () => null;
  Function.createDelegate = (instance, method) => method.bind(instance);
  window.Sys = {
    Debug: { trace: () => undefined },
    StringBuilder: Array,
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } },
  };
`;

/**
 * Microsoft's own office.js, from its npm package in place of its servers; whatever else it would look up, such as a page
 * for telemetry, is not there.
 */
export const serveOfficeScripts = async (context: BrowserContext): Promise<void> => {
  await context.route('https://appsforoffice.microsoft.com/lib/1/hosted/**', async (route) => {
    const name = new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '');
    const file = join(scripts, name);
    if (!existsSync(file)) return route.abort();
    const script = readFileSync(file, 'utf8');
    return route.fulfill({
      contentType: 'text/javascript',
      body: name === 'office.js' ? ajaxStandIn + script : script,
    });
  });
};
