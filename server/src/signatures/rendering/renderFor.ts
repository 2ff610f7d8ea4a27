import { blocksOf } from '../../domain/design/check/piecesOf.ts';
import { designFor, openDesign, type RenderDesign } from '../../domain/design/openDesign.ts';
import type { DesignContext, DesignPerson } from '../../domain/design/designPerson.ts';
import { qrCodeOf } from '../../domain/design/render/qrCodeOf.ts';
import { shownFields } from '../../domain/design/render/fieldValue.ts';
import type { Rendered } from '../../domain/design/render/renderComposition.ts';
import { samplePerson } from '../../domain/design/samplePerson.ts';
import type { MailDesign, SignatureDesign } from '../../domain/design/signature.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { RequestError, TemplateError } from '../../domain/errors.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import { localToday } from '../assignments/localToday.ts';
import { pickSamples, type Sample } from '../assignments/pickSamples.ts';
import { readDesignContext } from '../designs/readDesignContext.ts';
import { readPerson } from './readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';

export interface RenderAsked {
  readonly design: SignatureDesign;
  readonly composeType: ComposeType;
  /** Empty: three are chosen, or somebody made up where there is nobody yet. */
  readonly teammateIds: readonly string[];
}

export interface RenderedFor extends Rendered {
  readonly teammate: { readonly id: string; readonly displayName: string };
  readonly chosenAs: Sample['chosenAs'] | null;
  /** Why there is nothing. */
  readonly error: TemplateError | null;
  /** What a signature writes of each field that is not blank. */
  readonly fields: Readonly<Record<string, string>>;
  /** Addresses of square photos. */
  readonly photos: { readonly person: string | null; readonly manager: string | null };
  /** Addresses of the QR codes of this kind of mail, by block; those without room or content are not there. */
  readonly codes: Readonly<Record<string, string>>;
}

/** How a design looks for some people. Throws RequestError 404 for a teammate that is not there. */
export const renderFor = async (
  desk: RenderDesk,
  tenantId: string,
  { design, composeType, teammateIds }: RenderAsked,
): Promise<readonly RenderedFor[]> => {
  const { repositories, publicUrl, secretBox, clock } = desk;
  const context = await readDesignContext(repositories, { tenantId, publicUrl, secretBox }, [design]);
  const mail = designFor(design, composeType);
  const eyes: Eyes = { render: openDesign(design, context), mail, composeType, context, endless: null };
  const today = localToday(clock);
  const chosen =
    teammateIds.length > 0 ? await find(desk, tenantId, teammateIds) : await pickSamples(repositories, tenantId);
  if (chosen.length === 0) return [{ ...rendered(eyes, samplePerson(today)), ...nobody }];
  return Promise.all(
    chosen.map(async ({ teammate, chosenAs }) => {
      const person = await readPerson(desk, tenantId, { teammate, today });
      const { id, profile } = teammate;
      return { ...rendered(eyes, person), teammate: { id, displayName: nameOf(profile) }, chosenAs };
    }),
  );
};

const nobody = {
  teammate: { id: '00000000-0000-0000-0000-000000000000', displayName: 'Robin Jansen' },
  chosenAs: null,
};

interface Eyes {
  readonly render: RenderDesign;
  readonly mail: MailDesign | null;
  readonly composeType: ComposeType;
  readonly context: DesignContext;
  /** Why it was given up. */
  endless: TemplateError | null;
}

const rendered = (eyes: Eyes, person: DesignPerson): Omit<RenderedFor, 'teammate' | 'chosenAs'> => ({
  ...filled(eyes, person),
  fields: shownFields(person, eyes.context),
  photos: { person: photoOf('person', person), manager: photoOf('manager', person) },
  codes: codesOf(eyes, person),
});

const codesOf = ({ mail, context }: Eyes, person: DesignPerson): RenderedFor['codes'] => {
  if (mail?.kind !== 'composition') return {};
  const codes = blocksOf(mail.composition).filter((block) => block.kind === 'qrCode');
  return Object.fromEntries(
    codes.flatMap((block) => {
      const code = qrCodeOf(block, { person, context });
      return code === null ? [] : [[block.id, code.url]];
    }),
  );
};

const photoOf = (of: 'person' | 'manager', { photoUrl }: DesignPerson): string | null =>
  photoUrl({ of, shape: 'square', pixels: 240 });

const filled = (eyes: Eyes, person: DesignPerson): Rendered & Pick<RenderedFor, 'error'> => {
  const { render, composeType, endless } = eyes;
  try {
    // What takes too long would take that once more for everybody.
    if (endless !== null) throw endless;
    return { ...render(composeType, person), error: null };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    if (error.code === 'template-limit') eyes.endless = error;
    return { html: '', text: '', ghosts: [], error };
  }
};

type Chosen = Omit<Sample, 'chosenAs'> & Pick<RenderedFor, 'chosenAs'>;

const find = async (
  { repositories: { teammates } }: RenderDesk,
  tenantId: string,
  ids: readonly string[],
): Promise<readonly Chosen[]> => {
  const found = new Map((await teammates.getMany(tenantId, ids)).map((teammate) => [teammate.id, teammate]));
  return ids.map((id) => {
    const teammate = found.get(id);
    if (teammate === undefined) throw new RequestError(404, 'not-found', 'There is no such teammate.');
    return { teammate, chosenAs: null };
  });
};
