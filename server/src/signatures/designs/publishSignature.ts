import { checkDesign } from '../../domain/design/check/checkDesign.ts';
import { openDesign, type RenderDesign } from '../../domain/design/openDesign.ts';
import { samplePerson } from '../../domain/design/samplePerson.ts';
import type { Signature, SignatureVersion } from '../../domain/design/signature.ts';
import { TemplateError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { Versioned } from '../../ports/versioned.ts';
import { localToday } from '../assignments/localToday.ts';
import { changeSignature } from './changeSignature.ts';
import { findSignature } from './findSignature.ts';
import { readDesignContext } from './readDesignContext.ts';
import type { SignatureActor, SignatureDesk } from '../signatureDesk.ts';

interface Revision {
  readonly id: string;
  readonly revision: number;
}

/**
 * What the draft says is what people get from now on. Throws as `changeSignature`, and TemplateError `design-has-errors`
 * with their codes where it could not be right for anybody.
 */
export const publishSignature = async (
  desk: SignatureDesk,
  actor: SignatureActor,
  { id, revision }: Revision,
): Promise<Versioned<Signature>> => {
  await refuseErrors(desk, actor.tenantId, id);
  const [newest] = await keepPublished(desk.repositories, actor.tenantId, id);
  const stamp = { version: (newest?.version ?? 0) + 1, at: desk.clock.now().toISOString(), by: actor.displayName };
  const change = ({ draft }: Signature) => ({ published: { ...stamp, design: draft } });
  const changed = await changeSignature(desk, actor, { id, revision, change });
  await keepPublished(desk.repositories, actor.tenantId, id);
  return changed;
};

/** Nobody gets it any more; its versions stay. Throws as `changeSignature`. */
export const unpublishSignature = async (
  desk: SignatureDesk,
  actor: SignatureActor,
  { id, revision }: Revision,
): Promise<Versioned<Signature>> => {
  await keepPublished(desk.repositories, actor.tenantId, id);
  return changeSignature(desk, actor, { id, revision, change: () => ({ published: null }) });
};

/**
 * Every version, newest first, what is published now among them. Keeps that one beside the others where a crash, right
 * after it was published, did not let it. Throws RequestError 404.
 */
export const keepPublished = async (
  repositories: Pick<Repositories, 'signatures'>,
  tenantId: string,
  id: string,
): Promise<readonly SignatureVersion[]> => {
  const { value } = await findSignature(repositories, tenantId, id);
  return keepVersion(repositories, tenantId, value);
};

/** The same for a signature that was read already, deleted or not. */
export const keepVersion = async (
  { signatures }: Pick<Repositories, 'signatures'>,
  tenantId: string,
  { id, published, name }: Signature,
): Promise<readonly SignatureVersion[]> => {
  const versions = await signatures.versions(tenantId, id);
  if (published === null || versions.some(({ version }) => version === published.version)) return versions;
  const kept = { ...published, signatureId: id, name };
  await signatures.addVersion(tenantId, kept);
  return [kept, ...versions];
};

const refuseErrors = async ({ repositories, clock }: SignatureDesk, tenantId: string, id: string): Promise<void> => {
  const { draft } = (await findSignature(repositories, tenantId, id)).value;
  const context = await readDesignContext(repositories, { tenantId, publicUrl: '' }, [draft]);
  const errors = checkDesign(draft, context).filter(({ severity }) => severity === 'error');
  const found = errors.length > 0 ? errors.map(({ code }) => code) : refusalsOf(openDesign(draft, context), clock);
  if (found.length === 0) return;
  const codes = [...new Set(found)];
  const message = `This design has errors: ${codes.join(', ')}. Check it, mend them, then publish it.`;
  throw new TemplateError('design-has-errors', message, { values: { codes } });
};

/** Somebody made up gets it first: what takes too long to fill in, or cannot be, would fail for everybody. */
const refusalsOf = (render: RenderDesign, clock: Clock): readonly string[] =>
  (['newMail', 'reply', 'forward'] as const).flatMap((composeType) => {
    try {
      render(composeType, samplePerson(localToday(clock)));
      return [];
    } catch (error) {
      if (error instanceof TemplateError) return [error.code];
      throw error;
    }
  });
