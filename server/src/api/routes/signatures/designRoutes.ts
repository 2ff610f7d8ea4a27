import { addresseesOf } from '../../../contract/signatures/addressee.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { signatureDesignSchema, type RenderedDesign } from '../../../contract/signatures/signatures.ts';
import { gallery } from '../../../domain/design/gallery/gallery.ts';
import type { TemplateError } from '../../../domain/errors.ts';
import { checkForEverybody } from '../../../signatures/designs/checkForEverybody.ts';
import { attachImages } from '../../../signatures/images/attachImages.ts';
import { recognisePasted } from '../../../signatures/designs/recognisePasted.ts';
import { renderFor } from '../../../signatures/rendering/renderFor.ts';
import { trySignature } from '../../../signatures/assignments/trySignature.ts';
import { assignmentEffect } from '../../../signatures/assignments/assignmentEffect.ts';
import { checkAssignments } from '../../../signatures/assignments/checkAssignments.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';

/** What is worked out about designs and rules, and stored nowhere. */
export const mountDesignRoutes = (mount: Mount, options: ApiOptions): void => {
  mount(endpoints.renderDesign, async ({ actor: { tenantId }, body }) => {
    const isAttached = body.images === 'attached' && body.design.images === 'attached';
    const items = await renderFor(options, tenantId, body);
    return {
      items: await Promise.all(
        items.map(async ({ ghosts, error, fields, codes, html, ...item }) => ({
          ...item,
          ...(isAttached ? await attachImages(options, tenantId, html) : { html, parts: [] }),
          fields: { ...fields },
          codes: { ...codes },
          ghosts: ghosts.map((ghost) => ({ ...ghost, fields: [...ghost.fields] })),
          problem: presentProblem(error),
        })),
      ),
    };
  });

  mount(endpoints.signatureGallery, async ({ actor: { tenantId } }) => {
    const { value: brand } = await options.repositories.brands.get(tenantId);
    return { items: gallery(brand).map(({ key, design }) => ({ key, design: signatureDesignSchema.parse(design) })) };
  });

  mount(endpoints.checkDesign, async ({ actor: { tenantId }, body }) => {
    const { findings, ...report } = await checkForEverybody(options, tenantId, body);
    return { ...report, findings: findings.map((finding) => ({ ...finding, values: { ...finding.values } })) };
  });

  mount(endpoints.recogniseSignature, async ({ actor, body: { html, teammateId } }) => {
    const pasted = { html, teammateId, asker: actor };
    const { design, found, unknown, staying, ...rest } = await recognisePasted(options, actor.tenantId, pasted);
    const lists = { found: [...found], unknown: [...unknown], staying: [...staying] };
    return { ...rest, ...lists, design: signatureDesignSchema.parse(design) };
  });

  mount(endpoints.trySignature, async ({ actor: { tenantId }, body: { to, ...mail } }) =>
    trySignature(options, tenantId, { ...mail, addressed: to === null ? [] : addresseesOf(to) }),
  );

  mount(endpoints.assignmentEffect, async ({ actor: { tenantId }, body: { assignments } }) => {
    await checkAssignments(options.repositories, tenantId, assignments);
    return assignmentEffect(options, tenantId, assignments);
  });
};

const presentProblem = (error: TemplateError | null): RenderedDesign['items'][number]['problem'] => {
  if (error === null) return null;
  const { blockId } = error.values;
  return {
    code: error.code,
    message: error.message,
    blockId: typeof blockId === 'string' && blockId !== '' ? blockId : null,
  };
};
