import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { ComposeType, RenderedSignature } from '../contract/me.ts';
import { RequestError } from '../domain/errors.ts';
import { fieldValues, resolveFields } from '../domain/fields/resolveFields.ts';
import { defaultTemplate } from '../domain/signature/defaultTemplate.ts';
import { renderSignature } from '../domain/signature/renderSignature.ts';
import type { ManagerProfile } from '../domain/supplement/supplement.ts';
import type { Teammate } from '../domain/teammate/teammate.ts';
import type { Repositories } from '../ports/repositories.ts';
import { findManager } from '../sync/findManager.ts';
import { knowsEtag } from './knowsEtag.ts';
import { answered } from './mountEndpoint.ts';

interface SignatureAsked {
  readonly tenantId: string;
  readonly teammate: Teammate;
  readonly query: { readonly composeType: ComposeType; readonly format?: 'html' | 'text' | undefined };
  readonly request: Request;
  readonly response: Response;
}

/** Renders a teammate's signature and sends it, or 304 to whoever has it already. */
export const answerSignature = async (repositories: Repositories, asked: SignatureAsked): Promise<typeof answered> => {
  const { tenantId, teammate, query, request, response } = asked;
  const manager = await findManager(repositories, tenantId, teammate.id);
  const signature = render(teammate, manager, query.composeType);
  const body: RenderedSignature = {
    ...signature,
    html: query.format === 'text' ? null : signature.html,
    text: query.format === 'html' ? null : signature.text,
  };
  const etag = `"${signature.hash}${query.format === undefined ? '' : `-${query.format}`}"`;
  response.set({ etag, 'cache-control': 'private, no-cache', vary: 'authorization' });
  if (knowsEtag(request, etag)) response.status(304).end();
  else response.json(body);
  return answered;
};

/** Only somebody active has a signature. Throws RequestError 404. */
export const signable = (teammate: Teammate | null): Teammate => {
  if (teammate?.status === 'active') return teammate;
  throw new RequestError(
    404,
    'not-a-teammate',
    'This sender is no teammate yet. An admin can add them by picking and syncing.',
  );
};

const render = (teammate: Teammate, manager: ManagerProfile | null, composeType: ComposeType) => {
  const { html, text } = renderSignature(defaultTemplate, composeType, fieldValues(resolveFields(teammate, manager)));
  const hash = createHash('sha256')
    .update(JSON.stringify([teammate.id, composeType, html, text]))
    .digest('base64url')
    .slice(0, 22);
  return { teammateId: teammate.id, composeType, html, text, hash };
};
