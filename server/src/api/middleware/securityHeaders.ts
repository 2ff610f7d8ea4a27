import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import type { OfficeCloud } from '../officeCloud.ts';

/** Some versions of Office's script load this one beside it. */
const ajaxScripts = 'https://ajax.aspnetcdn.com';

type Headers = readonly (readonly [name: string, value: string])[];

/** Helmet's headers are the same for every request, so they are asked for once. */
const headersOf = (options: Parameters<typeof helmet>[0]): Headers => {
  const headers = new Map<string, string>();
  const record = {
    setHeader: (name: string, value: string) => headers.set(name.toLowerCase(), value),
    removeHeader: (name: string) => headers.delete(name.toLowerCase()),
  };
  helmet(options)({} as IncomingMessage, record as unknown as ServerResponse, (error) => {
    if (error !== undefined) throw error;
  });
  return [...headers];
};

export interface Origins {
  readonly publicUrl: string;
  readonly officeCloud: OfficeCloud;
  /** Addresses besides our own that the pane may call: the sign-in authority. */
  readonly connectSources: readonly string[];
}

/** What the API shows as a page; everything else under /api is an answer to a program. */
const pagesOfApi = /^\/api\/(?:docs|connection\/consent\/callback)\b/;

const noStore = ['cache-control', 'no-store'] as const;

/** By the address that is asked for. */
export const securityHeaders = (origins: Origins): ((url: string) => Headers) => {
  const ofPages = headersOfPages(origins);
  const ofPagesOfApi = [...ofPages, noStore];
  const ofAnswers = [...headersOfAnswers(origins), noStore];
  return (url) => {
    if (!url.startsWith('/api')) return ofPages;
    return pagesOfApi.test(url) ? ofPagesOfApi : ofAnswers;
  };
};

/**
 * The pane lives in frames of Outlook on the web, talks to the sign-in authority and loads Office's own scripts;
 * everything else is refused. The sign-in bridge page must be reachable by its opener, so it gets no opener policy.
 */
const headersOfPages = ({ connectSources, officeCloud, publicUrl }: Origins): Headers => {
  const officeScripts = [new URL(officeCloud.officeScript).origin, ajaxScripts];
  return headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        scriptSrc: ["'self'", ...officeScripts],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'https:'],
        fontSrc: ["'self'", 'data:', 'https://res-1.cdn.office.net', 'https://res.cdn.office.net'],
        connectSrc: ["'self'", ...connectSources, ...officeScripts],
        frameSrc: ["'self'", ...connectSources],
        frameAncestors: ["'self'", ...officeCloud.outlookHosts],
      },
    },
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: isEncrypted(publicUrl),
    xFrameOptions: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
};

/** Whoever opens an answer as a page gets nothing that runs, and no frame around it. */
const headersOfAnswers = ({ publicUrl }: Origins): Headers =>
  headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    strictTransportSecurity: isEncrypted(publicUrl),
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });

const isEncrypted = (publicUrl: string): boolean => publicUrl.startsWith('https:');
