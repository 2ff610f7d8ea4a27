import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { ApiOptions } from '../apiOptions.ts';

/** Some versions of Office's script load this one beside it. */
const ajaxScripts = 'https://ajax.aspnetcdn.com';

/**
 * The pane lives in frames of Outlook on the web, talks to the sign-in authority and loads Office's own scripts;
 * everything else is refused. The sign-in bridge page must be reachable by its opener, so it gets no opener policy.
 */
export const securityHeaders = ({
  connectSources,
  officeCloud,
  publicUrl,
}: Pick<ApiOptions, 'connectSources' | 'officeCloud' | 'publicUrl'>): RequestHandler => {
  const officeScripts = [new URL(officeCloud.officeScript).origin, ajaxScripts];
  const protect = helmet({
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
    strictTransportSecurity: publicUrl.startsWith('https:'),
    xFrameOptions: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  return protect;
};
