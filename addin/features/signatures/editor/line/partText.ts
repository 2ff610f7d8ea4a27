import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';

/** What a chip says; a field is called what `labelOf` says. */
export function chipText(part: CompositionPart, labelOf: (path: string) => string): string {
  switch (part.kind) {
    case 'field':
      return labelOf(part.field);
    case 'break':
      return '⏎';
    case 'separator':
      return part.text.trim() === '' ? '␣' : part.text.trim();
    default:
      return part.text.default === '' ? '…' : part.text.default;
  }
}
