import { createHash } from 'node:crypto';
import { endpoints } from '../../contract/endpoints.ts';
import type { RenderedSignature } from '../../contract/me.ts';
import { RequestError } from '../../domain/errors.ts';
import { fieldValues, resolveFields } from '../../domain/fields/resolveFields.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import { defaultTemplate } from '../../domain/signature/defaultTemplate.ts';
import { renderSignature } from '../../domain/signature/renderSignature.ts';
import type { ManagerProfile } from '../../domain/supplement/supplement.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { TeammateRepository } from '../../ports/repositories.ts';
import { findManager } from '../../sync/findManager.ts';
import type { Actor, ApiOptions } from '../apiOptions.ts';
import { answered, type Mount } from '../mountEndpoint.ts';

export const mountMeRoutes = (mount: Mount, { repositories }: ApiOptions): void => {
  const { teammates } = repositories;

  mount(endpoints.getMe, async ({ actor }) => {
    const teammate = await teammates.get(actor.tenantId, actor.userId);
    return {
      id: actor.userId,
      displayName: actor.displayName,
      teammateId: teammate?.status === 'active' ? teammate.id : null,
    };
  });

  mount(endpoints.getMySignature, async ({ actor, query, request, response }) => {
    const sender = await findSender(teammates, actor, query.from);
    const manager = await findManager(repositories, actor.tenantId, sender.id);
    const signature = render(sender, manager, query.composeType);
    const body: RenderedSignature = {
      ...signature,
      html: query.format === 'text' ? null : signature.html,
      text: query.format === 'html' ? null : signature.text,
    };
    const etag = `"${signature.hash}${query.format === undefined ? '' : `-${query.format}`}"`;
    response.set({ etag, 'cache-control': 'private, no-cache', vary: 'authorization' });
    if (request.headers['if-none-match'] === etag) response.status(304).end();
    else response.json(body);
    return answered;
  });
};

const render = (teammate: Teammate, manager: ManagerProfile | null, composeType: ComposeType) => {
  const { html, text } = renderSignature(defaultTemplate, composeType, fieldValues(resolveFields(teammate, manager)));
  const hash = createHash('sha256')
    .update(JSON.stringify([teammate.id, composeType, html, text]))
    .digest('base64url')
    .slice(0, 22);
  return { teammateId: teammate.id, composeType, html, text, hash };
};

/**
 * Whose signature it is: one's own, or for an admin that of the sender named. Others writing from a mailbox that is
 * not theirs sign with their own name.
 */
const findSender = async (teammates: TeammateRepository, actor: Actor, from: string | undefined): Promise<Teammate> => {
  const sender =
    from !== undefined && actor.role === 'admin'
      ? await teammates.findByAddress(actor.tenantId, from)
      : await teammates.get(actor.tenantId, actor.userId);
  if (sender?.status === 'active') return sender;
  throw new RequestError(
    404,
    'not-a-teammate',
    'This sender is no teammate yet. An admin can add them by picking and syncing.',
  );
};
