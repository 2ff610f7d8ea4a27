import { endpoint } from './endpoint.ts';
import {
  connectionSchema,
  consentLinkSchema,
  consentRequestSchema,
  registrationRequestSchema,
  registrationResultSchema,
} from './connection.ts';
import { meSchema, mySignatureQuerySchema, renderedSignatureSchema } from './me.ts';
import { configSchema, sessionSchema } from './session.ts';

export const accountEndpoints = {
  getConfig: endpoint({
    method: 'get',
    path: '/api/config',
    summary: 'What the pane needs before anybody signed in',
    access: 'public',
    status: 200,
    response: configSchema,
  }),
  getSession: endpoint({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in and what they may do',
    access: 'signedIn',
    status: 200,
    response: sessionSchema,
  }),
  getConnection: endpoint({
    method: 'get',
    path: '/api/connection',
    summary: 'How the tenant is connected',
    access: 'signedIn',
    status: 200,
    response: connectionSchema,
  }),
  deleteConnection: endpoint({
    method: 'delete',
    path: '/api/connection',
    summary: 'Forget the connection and its credentials; teammates and selection stay',
    access: 'admin',
    status: 204,
    response: null,
  }),
  checkConnection: endpoint({
    method: 'post',
    path: '/api/connection/check',
    summary: 'Ask Entra again which permissions are granted',
    access: 'admin',
    status: 200,
    response: connectionSchema,
  }),
  putRegistration: endpoint({
    method: 'put',
    path: '/api/connection/registration',
    summary: 'Connect by the customer’s own app registration, or rotate its credentials; tried first, then saved',
    access: 'admin',
    body: registrationRequestSchema,
    // A certificate with its chain and key.
    bodyLimit: 64 * 1024,
    status: 200,
    response: registrationResultSchema,
  }),
  startConsent: endpoint({
    method: 'post',
    path: '/api/connection/consent',
    summary: 'Get a link to the admin consent page, good once',
    access: 'signedIn',
    body: consentRequestSchema,
    status: 200,
    response: consentLinkSchema,
  }),
  finishConsent: endpoint({
    method: 'get',
    path: '/api/connection/consent/callback',
    summary: 'Where Entra sends the browser after the admin consent page',
    access: 'public',
    status: 200,
    response: null,
    contentType: 'text/html',
  }),
  getMe: endpoint({
    method: 'get',
    path: '/api/me',
    summary: 'The signed-in person as a teammate',
    access: 'signedIn',
    status: 200,
    response: meSchema,
  }),
  getMySignature: endpoint({
    method: 'get',
    path: '/api/me/signature',
    summary: 'The rendered signature for what is being written; answers 304 to a current If-None-Match',
    access: 'signedIn',
    query: mySignatureQuerySchema,
    status: 200,
    response: renderedSignatureSchema,
  }),
} as const;
