import express from 'express';
import type { Request, Response, Router } from 'express';
import { EntraError, tokenErrorBody } from './aadsts.ts';
import { answerAdminConsent, showAdminConsent } from './signIn/adminConsent.ts';
import { answerAuthorize, answerUserConsent } from './signIn/authorize.ts';
import { discoveryDocument, keySet } from './tokens/discovery.ts';
import type { EntraWorld } from './entraWorld.ts';
import { requireTenant } from './entraWorld.ts';
import { page } from './signIn/page.ts';
import type { PageReply } from './signIn/pageReply.ts';
import { errorPage } from './signIn/pageReply.ts';
import type { PageRequest } from './signIn/pageRequest.ts';
import { endedSessionCookie, requireSignIn, sessionCookie, sessionUser } from './signIn/session.ts';
import { answerTokenRequest } from './tokens/tokenEndpoint.ts';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
};

/** Everything under `/{tenant}`. */
export function entraRouter(world: EntraWorld): Router {
  const router = express.Router();
  const form = express.urlencoded({ extended: false });
  addMetadata(router, world);
  router.options('/:tenant/oauth2/v2.0/token', (_, response) => void response.set(CORS).sendStatus(204));
  router.post('/:tenant/oauth2/v2.0/token', form, (request, response) => answerToken(world, request, response));
  router.get('/:tenant/oauth2/v2.0/authorize', (request, response) => {
    answerPage(response, () => answerAuthorize(pageRequest(world, request)));
  });
  router.post('/:tenant/oauth2/v2.0/authorize', form, (request, response) => {
    const query = new URLSearchParams(request.body as Record<string, string>);
    response.redirect(303, `${request.path}?${query.toString()}`);
  });
  router.post('/:tenant/oauth2/v2.0/consent', form, (request, response) => {
    answerPage(response, () => answerUserConsent(pageRequest(world, request), formOf(request)));
  });
  router.get('/:tenant/v2.0/adminconsent', (request, response) => {
    answerPage(response, () => showAdminConsent(pageRequest(world, request)));
  });
  router.post('/:tenant/v2.0/adminconsent', form, (request, response) => {
    answerPage(response, () => answerAdminConsent(pageRequest(world, request), formOf(request)));
  });
  addSession(router, world, form);
  return router;
}

function addMetadata(router: Router, world: EntraWorld): void {
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    answerJson(world, response, () => {
      requireTenant(world, request.params.tenant);
      return discoveryDocument(world, request.params.tenant.toLowerCase());
    });
  });
  router.get('/:tenant/discovery/v2.0/keys', (request, response) => {
    answerJson(world, response, () => {
      requireTenant(world, request.params.tenant);
      return keySet(world);
    });
  });
}

function addSession(router: Router, world: EntraWorld, form: express.RequestHandler): void {
  router.post('/_entra/sign-in', form, (request, response) => {
    answerPage(response, () => {
      const next = ownAddress(formOf(request));
      const user = requireSignIn(world, formOf(request).get('account') ?? '');
      return { status: 303, headers: { location: next, 'set-cookie': sessionCookie(world, user) } };
    });
  });
  router.post('/_entra/second-factor', form, (request, response) => {
    answerPage(response, () => {
      const user = sessionUser(world, request.get('cookie'));
      if (user) world.policy.secondFactor.delete(user.id);
      return { status: 303, headers: { location: ownAddress(formOf(request)) } };
    });
  });
  router.get('/:tenant/oauth2/v2.0/logout', (request, response) => {
    const back = request.query['post_logout_redirect_uri'];
    const state = typeof request.query['state'] === 'string' ? request.query['state'] : undefined;
    const registered = typeof back === 'string' && /^https?:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(back);
    response.set('set-cookie', endedSessionCookie());
    if (!registered) {
      response.send(page('You signed out of your account', '<p>It is a good idea to close all browser windows.</p>'));
      return;
    }
    const address = new URL(back);
    if (state !== undefined) address.searchParams.set('state', state);
    response.redirect(302, address.href);
  });
}

/** @throws EntraError 90100 unless the form leads on within this server. */
function ownAddress(form: URLSearchParams): string {
  const next = form.get('next') ?? '';
  if (!/^\/[^/\\]/.test(next))
    throw new EntraError('invalid_request', 90100, 'The address to continue at is not of this server.');
  return next;
}

function answerToken(world: EntraWorld, request: Request<{ tenant: string }>, response: Response): void {
  answerJson(world, response, () =>
    answerTokenRequest({ world, tenant: request.params.tenant.toLowerCase(), form: credentials(request) }),
  );
}

/** Client id and secret may come as basic authentication too. */
function credentials(request: Request): Map<string, string> {
  const form = new Map(formOf(request));
  const [, encoded] = /^Basic (.+)$/i.exec(request.get('authorization') ?? '') ?? [];
  if (encoded !== undefined) {
    const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':').map(decodeURIComponent);
    form.set('client_id', id).set('client_secret', secret);
  }
  return form;
}

function answerJson(world: EntraWorld, response: Response, make: () => object): void {
  response.set({ ...CORS, 'cache-control': 'no-store, no-cache', pragma: 'no-cache' });
  try {
    response.json(make());
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    response.status(error.status).json(tokenErrorBody(error, world.clock.now(), world.url));
  }
}

function answerPage(response: Response, make: () => PageReply): void {
  let reply: PageReply;
  try {
    reply = make();
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    reply = errorPage(error);
  }
  response.status(reply.status).set({ 'cache-control': 'no-store', ...reply.headers });
  if (reply.body === undefined) response.end();
  else response.type('html').send(reply.body);
}

function pageRequest(world: EntraWorld, request: Request<{ tenant: string }>): PageRequest {
  return {
    world,
    tenant: request.params.tenant.toLowerCase(),
    address: request.originalUrl,
    parameters: new Map(new URL(request.originalUrl, world.url).searchParams),
    cookies: request.get('cookie'),
  };
}

function formOf(request: Request): URLSearchParams {
  const body = (request.body ?? {}) as Record<string, string | string[]>;
  const pairs = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}
