import type { RequestHandler } from 'express';
import helmet from 'helmet';

const officeScripts = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'];
const outlookHosts = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
];

/**
 * The pane lives in frames of Outlook on the web, talks to the sign-in authority and loads Office's own scripts;
 * everything else is refused. The sign-in bridge page must be reachable by its opener, so it gets no opener policy.
 */
export const securityHeaders = (connectSources: readonly string[], isSecure: boolean): RequestHandler => {
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
        frameAncestors: ["'self'", ...outlookHosts],
      },
    },
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: isSecure,
    xFrameOptions: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  return protect;
};
