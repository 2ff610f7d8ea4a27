import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { readAddressees } from '../../contract/signatures/addressee.ts';
import type { ComposeType, RenderedSignature } from '../../contract/signatures/me.ts';
import { RequestError } from '../../domain/errors.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { addresseesInEverySpelling, inEverySpelling, readOwnDomains } from '../../signatures/assignments/ownDomains.ts';
import { attachImages, type AttachDesk, type AttachedHtml } from '../../signatures/images/attachImages.ts';
import { chooseForMail, type ChosenSignature } from '../../signatures/assignments/chooseForMail.ts';
import type { ApiOptions } from '../apiOptions.ts';
import type { KeptAnswer } from './keptAnswers.ts';
import { knowsEtag } from './knowsEtag.ts';
import { answered } from '../mountEndpoint.ts';

export interface SignatureAsked {
  /** Names whom the answer is for and everything that was asked. */
  readonly key: string;
  readonly tenantId: string;
  readonly teammateId: string;
  readonly query: {
    readonly composeType: ComposeType;
    readonly from?: string | undefined;
    readonly recipients?: 'internal' | 'external' | undefined;
    readonly addressed?: string | undefined;
    readonly signature?: string | undefined;
    readonly format?: 'html' | 'text' | undefined;
    readonly images: 'hosted' | 'attached';
  };
  readonly request: Request;
  readonly response: Response;
}

type AnswerDesk = AttachDesk & Pick<ApiOptions, 'keptAnswers'>;

/**
 * Sends the signature that rules choose for a teammate, or that they chose of those they may, or 304 to whoever has it already. It is rendered when anything was
 * stored since the last time. Throws RequestError 404 for who is no active teammate, and for one that they may not choose.
 */
export const answerSignature = async (desk: AnswerDesk, asked: SignatureAsked): Promise<typeof answered> => {
  const { tenantId, key, request, response } = asked;
  const { etag, body } = await desk.keptAnswers.get({ tenantId, key }, () => makeAnswer(desk, asked));
  response.setHeader('etag', etag);
  response.setHeader('cache-control', 'private, no-cache');
  response.setHeader('vary', 'authorization');
  if (knowsEtag(request, etag)) {
    response.status(304).end();
    return answered;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', body.length);
  response.end(body);
  return answered;
};

const makeAnswer = async (desk: AnswerDesk, asked: SignatureAsked): Promise<KeptAnswer> => {
  const { tenantId, teammateId, query } = asked;
  const { composeType, from = null, recipients = null, addressed = '', signature: byHand = null, format } = query;
  const teammate = signable(await desk.repositories.teammates.get(tenantId, teammateId));
  const mail = { teammate, composeType, from, recipients, addressed: readAddressees(addressed), date: null, byHand };
  const chosen = await chooseForMail(desk, tenantId, mail);
  const { signer, rendered, asksRecipients, insideDomains, days } = chosen;
  const addressees = addresseesInEverySpelling(chosen.addressees);
  const rule = byHand === null ? ruleOf(chosen) : null;
  const { text } = rendered;
  const { html, parts } = await withImages(desk, asked, chosen);
  const internalDomains = asksRecipients
    ? inEverySpelling([...(await readOwnDomains(desk.repositories, tenantId)), ...insideDomains])
    : null;
  const hash = hashOf([signer.id, composeType, html, text]);
  const body: RenderedSignature = {
    teammateId: signer.id,
    composeType,
    html: format === 'text' ? null : html,
    text: format === 'html' ? null : text,
    hash,
    parts,
    rule,
    internalDomains,
    addressees,
  };
  const told = [internalDomains, rule, addressees.length === 0 ? null : addressees];
  const version = [hash, format, ...told.map((one) => one !== null && hashOf(one))].filter(Boolean);
  return { etag: `"${version.join('-')}"`, body: Buffer.from(JSON.stringify(body)), days };
};

/** What is for everybody else is no rule; a rule need not have a name. */
const ruleOf = ({ choice: { trace } }: ChosenSignature): string | null => {
  const decided = trace.at(-1);
  return decided === undefined || decided.ruleId === null ? null : decided.name;
};

const withImages = async (
  desk: AttachDesk,
  { tenantId, query: { images, format } }: SignatureAsked,
  { signature, rendered: { html } }: ChosenSignature,
): Promise<AttachedHtml> =>
  images === 'attached' && format !== 'text' && signature?.published?.design.images === 'attached'
    ? attachImages(desk, tenantId, html)
    : { html, parts: [] };

const hashOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22);

/** Only somebody active has a signature. Throws RequestError 404. */
export const signable = (teammate: Teammate | null): Teammate => {
  if (teammate?.status === 'active') return teammate;
  throw new RequestError(
    404,
    'not-a-teammate',
    'This sender is no teammate yet. An admin can add them by picking and syncing.',
  );
};
