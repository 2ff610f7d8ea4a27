import { setImmediate } from 'node:timers/promises';
import { askedContainers } from '../../domain/assignment/askedContainers.ts';
import { checkContainers } from '../../domain/design/check/checkContainers.ts';
import { checkDesign, findingOf } from '../../domain/design/check/checkDesign.ts';
import { checkRendered } from '../../domain/design/check/checkRendered.ts';
import type { DesignFinding } from '../../domain/design/check/finding.ts';
import type { DesignContext, DesignPerson } from '../../domain/design/designPerson.ts';
import { designFor, openDesign, type RenderDesign } from '../../domain/design/openDesign.ts';
import type { MailDesign, SignatureDesign } from '../../domain/design/signature.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { TemplateError } from '../../domain/errors.ts';
import type { ComposeType } from '../../domain/signature/composeType.ts';
import { findUnread } from '../assignments/findUnread.ts';
import { localToday } from '../assignments/localToday.ts';
import { readDesignContext } from './readDesignContext.ts';
import { openPersonReader } from '../rendering/readPerson.ts';
import type { RenderDesk } from '../signatureDesk.ts';

interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

export interface CountedFinding extends DesignFinding {
  /** How many people it concerns; null where it is about the design itself. */
  people: number | null;
  /** The first ten of them. */
  readonly worst: NamedPerson[];
}

export interface CheckReport {
  /** Asks for the next piece; null after the last. */
  readonly cursor: string | null;
  /** People looked at in this piece. */
  readonly checked: number;
  readonly findings: readonly CountedFinding[];
  /** Characters of the longest HTML. */
  readonly longest: number;
}

/** So many people are looked at at once: within a second, and others come in between. */
const pieceSize = 200;
const mostNamed = 10;

/**
 * What is wrong with a design: of itself, told with the first piece, and for each teammate, piece by piece. Stores
 * nothing. Throws StorageError `bad-cursor`.
 */
export const checkForEverybody = async (
  desk: RenderDesk,
  tenantId: string,
  { design, cursor }: { readonly design: SignatureDesign; readonly cursor: string | null },
): Promise<CheckReport> => {
  const { repositories, publicUrl, secretBox } = desk;
  const context = await readDesignContext(repositories, { tenantId, publicUrl, secretBox }, [design]);
  const own = checkDesign(design, context);
  const asked = askedContainers({ rules: [] }, [design]);
  const unread = checkContainers(design, await findUnread(desk, tenantId, asked));
  const tally = openTally(cursor === null ? [...own, ...unread] : []);
  // A template that does not parse would only fail again for everybody, and one that takes too long take that for each.
  if (own.some(({ code }) => code === 'template-invalid')) return { cursor: null, checked: 0, ...tally.result() };
  const window = { limit: pieceSize, ...(cursor === null ? {} : { cursor }) };
  const page = await repositories.teammates.page(tenantId, { ...window, status: 'active' });
  const look = lookAt(design, context, tally);
  const read = await openPersonReader(desk, tenantId, { today: localToday(desk.clock), asked });
  for (const [at, teammate] of page.items.entries()) {
    // SQLite answers at once, so without this nobody else's request is looked at before the whole piece is done.
    await setImmediate();
    look(await read(teammate), { id: teammate.id, displayName: nameOf(teammate.profile) });
    if (tally.isEndless()) return { cursor: null, checked: at + 1, ...tally.result() };
  }
  return { cursor: page.cursor, checked: page.items.length, ...tally.result() };
};

type Tally = ReturnType<typeof openTally>;

/** Findings of one kind and place are one, with how many people have it. */
const openTally = (own: readonly DesignFinding[]) => {
  const found = new Map<string, CountedFinding>();
  let longest = 0;
  return {
    measure: (html: string): void => {
      longest = Math.max(longest, html.length);
    },
    add: (finding: DesignFinding, person: NamedPerson): void => {
      const key = [finding.code, finding.composeType, finding.blockId].join('/');
      const counted = found.get(key) ?? { ...finding, people: 0, worst: [] };
      counted.people = (counted.people ?? 0) + 1;
      if (counted.worst.length < mostNamed) counted.worst.push(person);
      found.set(key, counted);
    },
    isEndless: (): boolean => [...found.values()].some(({ code }) => code === 'template-limit'),
    result: () => ({
      findings: [...own.map((finding) => ({ ...finding, people: null, worst: [] })), ...found.values()],
      longest,
    }),
  };
};

/** Looks at each compose type that has a design of its own. */
const lookAt = (design: SignatureDesign, context: DesignContext, tally: Tally) => {
  const render = openDesign(design, context);
  const mails = (['newMail', 'reply', 'forward'] as const).flatMap((composeType) => {
    const mail = designFor(design, composeType);
    const isOwn = mail !== null && (composeType === 'newMail' || mail === design[composeType]);
    return isOwn ? [{ composeType, mail }] : [];
  });
  return (person: DesignPerson, named: NamedPerson): void => {
    for (const { composeType, mail } of mails) {
      const findings = findingsOf({ render, mail, composeType, person, context, tally });
      for (const finding of findings) tally.add({ ...finding, composeType }, named);
    }
  };
};

interface Look {
  readonly render: RenderDesign;
  readonly mail: MailDesign;
  readonly composeType: ComposeType;
  readonly person: DesignPerson;
  readonly context: DesignContext;
  readonly tally: Tally;
}

const findingsOf = ({ render, mail, composeType, person, context, tally }: Look) => {
  try {
    const rendered = render(composeType, person);
    tally.measure(rendered.html);
    return checkRendered({ rendered, mail, person }, context);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return [findingOf(error, null)];
  }
};
