import type { Block, Column, Composition, QrCodeContent } from '../composition.ts';
import type { Condition, ConditionTest } from '../condition.ts';
import type { MailDesign } from '../signature.ts';

/** Every block of a composition, those within groups too, in order. */
export const blocksOf = ({ rows }: Composition): readonly Block[] => rows.flatMap(({ columns }) => blocksIn(columns));

const blocksIn = (columns: readonly Column[]): readonly Block[] =>
  columns.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'group' ? [block, ...blocksIn(block.columns)] : [block])),
  );

/** A field and the block that asks for it; null: a row. */
export interface FieldUse {
  readonly field: string;
  readonly blockId: string | null;
}

/** Fields of the tenant's own in an expert's HTML, which name themselves; its other names may be anything of Liquid. */
const ownIn = (html: string): readonly string[] => html.match(/\b(?:person|mailbox)\.custom\.\w{1,64}/g) ?? [];

/** Fields that a design shows, links to or asks about; of an expert's HTML those of the tenant's own. */
export const fieldUses = (mail: MailDesign): readonly FieldUse[] => {
  if (mail.kind === 'html') return [...new Set(ownIn(mail.html))].map((field) => ({ field, blockId: null }));
  const { composition } = mail;
  const ofBlocks = blocksOf(composition).flatMap((block) =>
    fieldsIn(block).map((field) => ({ field, blockId: block.id })),
  );
  const asked = testsIn(composition).flatMap(({ test, blockId }) =>
    test.kind === 'field' ? [{ field: test.field, blockId }] : [],
  );
  return [...asked, ...ofBlocks];
};

/** What is asked about a person, and the block that does; null: a row. */
interface AskedTest {
  readonly test: ConditionTest;
  readonly blockId: string | null;
}

/** Everything that the conditions of a composition ask. */
export const testsIn = (composition: Composition): readonly AskedTest[] => [
  ...composition.rows.flatMap(({ condition }) => testsOf(condition, null)),
  ...blocksOf(composition).flatMap(({ id, condition }) => testsOf(condition, id)),
];

const testsOf = (condition: Condition | null, blockId: string | null): readonly AskedTest[] =>
  (condition?.tests ?? []).map((test) => ({ test, blockId }));

const fieldsIn = (block: Block): readonly string[] =>
  block.kind === 'html' ? [...new Set(ownIn(block.html))] : shownFields(block);

/** Fields whose value a block shows or links to. */
export const shownFields = (block: Block): readonly string[] => {
  switch (block.kind) {
    case 'text':
      return block.parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []));
    case 'social':
      return block.items.flatMap(({ href }) => (href.kind === 'field' ? [href.field] : []));
    case 'button':
      return block.href.kind === 'field' ? [block.href.field] : [];
    case 'qrCode':
      return fieldsOfCode(block.content);
    default:
      return [];
  }
};

const fieldsOfCode = (content: QrCodeContent): readonly string[] => {
  if (content.kind === 'contact') return ['person.displayName', ...content.fields];
  return content.href.kind === 'field' ? [content.href.field] : [];
};
