import { useTranslation } from 'react-i18next';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { useEditor } from '../EditorContext.tsx';
import type { ShownField } from '../line/RichLine.tsx';

/** What the person shown has in a field; its name where that is blank or nobody is shown. */
export function useLineShown(): (field: string) => ShownField {
  const { t } = useTranslation('editor');
  const { labelOf } = useFieldCatalogue();
  const { values } = useEditor();
  return (field) => {
    const value = values.get(field) ?? '';
    const name = labelOf(field);
    if (value !== '') return { text: value, hint: name, isBlank: false };
    return { text: name, hint: values.size > 0 ? `${name}: ${t('line.blank')}` : name, isBlank: true };
  };
}
