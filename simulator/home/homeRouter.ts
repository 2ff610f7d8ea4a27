import express from 'express';
import type { Request, Response, Router } from 'express';
import { drawAvatar } from '../seed/drawAvatar.ts';
import type { Simulator } from '../simulator.ts';
import { copySource } from './copying.ts';
import { groupPage, groupsPage, unitPage, unitsPage } from './groupPages.ts';
import { PERSON_ACTIONS, TENANT_ACTIONS } from './homeActions.ts';
import type { HomePage } from './homePage.ts';
import { homePage } from './homePage.ts';
import { isSameOrigin } from './isSameOrigin.ts';
import { overviewPage } from './overviewPage.ts';
import { peoplePage } from './peoplePage.ts';
import { personPage } from './personPage.ts';

/** Forms may only go to ourselves, and nobody may put our buttons under a page of their own. */
const POLICY = `default-src 'none'; script-src ${copySource}; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A look at the tenant for people who try the product, and buttons to make something happen. */
export function homeRouter(simulator: Simulator): Router {
  const router = express.Router();
  addPages(router, simulator);
  router.get('/_home/people/:id/photo', (request, response) => {
    const photo = simulator.directory.users.find(request.params.id)?.photo;
    if (photo === undefined) response.sendStatus(404);
    else response.type('png').send(drawAvatar(photo, 144));
  });
  router.use('/_home', express.urlencoded({ extended: false }), (request, response, next) => {
    if (request.method !== 'POST' || isSameOrigin(request)) next();
    else send(response.status(403), { title: 'Refused', body: '<p>This was not sent by a page of the simulator.</p>' });
  });
  addActions(router, simulator);
  return router;
}

function addPages(router: Router, simulator: Simulator): void {
  const show = (path: string, make: (id: string, address: URL) => HomePage | undefined) => {
    router.get(path, (request: Request<{ id?: string }>, response) => {
      const address = new URL(request.originalUrl, simulator.url);
      const made = make(request.params.id ?? '', address);
      if (made) send(response, { ...made, done: address.searchParams.get('done') ?? undefined });
      else send(response.status(404), { title: 'Not there', body: '<p>There is no such object in the directory.</p>' });
    });
  };
  show('/', () => overviewPage(simulator));
  show('/_home/people', (_, address) => peoplePage(simulator.directory, address));
  show('/_home/groups', () => groupsPage(simulator.directory));
  show('/_home/units', () => unitsPage(simulator.directory));
  show('/_home/people/:id', (id) => {
    const user = simulator.directory.users.find(id);
    return user && personPage(simulator.directory, user);
  });
  show('/_home/groups/:id', (id, address) => {
    const group = simulator.directory.groups.findLive(id);
    return group && groupPage(simulator.directory, group, address);
  });
  show('/_home/units/:id', (id, address) => {
    const unit = simulator.directory.units.findLive(id);
    return unit && unitPage(simulator.directory, unit, address);
  });
}

function addActions(router: Router, simulator: Simulator): void {
  router.post('/_home/people/:id/:action', (request, response) => {
    const { id, action } = request.params;
    const act = PERSON_ACTIONS.get(action);
    perform(response, `/_home/people/${id}`, () => act?.(simulator.directory, id, formOf(request)));
  });
  router.post('/_home/:action', (request, response) => {
    const act = TENANT_ACTIONS.get(request.params.action);
    perform(response, '/', () => act?.(simulator, formOf(request)));
  });
}

/** Then back to the page, so that reloading it does not do it again. */
function perform(response: Response, back: string, act: () => string | undefined): void {
  try {
    const done = act();
    if (done !== undefined) {
      response.redirect(303, `${back}?done=${done}`);
      return;
    }
  } catch {
    // What the form names is gone: somebody was faster, or everything was reset.
  }
  send(response.status(404), { title: 'Not there', body: '<p>There is no such object, or nothing to do with it.</p>' });
}

function formOf(request: Request): URLSearchParams {
  return new URLSearchParams((request.body ?? {}) as Record<string, string>);
}

function send(response: Response, page: HomePage): void {
  response.set({ 'content-security-policy': POLICY, 'cache-control': 'no-store' });
  response.type('html').send(homePage(page));
}
