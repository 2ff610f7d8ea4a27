import type { i18n } from 'i18next';
import type { CompositionPart } from '../../../../../server/src/contract/composition.ts';
import { fieldLabel } from '../../../../ui/fields/fieldCatalogue.ts';

/** What a chip says. */
export function chipText(texts: i18n, part: CompositionPart): string {
  switch (part.kind) {
    case 'field':
      return fieldLabel(texts, part.field);
    case 'break':
      return '⏎';
    case 'separator':
      return part.text.trim() === '' ? '␣' : part.text.trim();
    default:
      return part.text.default === '' ? '…' : part.text.default;
  }
}
