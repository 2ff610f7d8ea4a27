import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSmartFields } from '../../api/signatures/smartFieldsApi.ts';
import { fieldName } from '../changes/fieldName.ts';
import { fieldLabel, fieldPaths } from './fieldCatalogue.ts';

interface FieldCatalogue {
  /** Every field that can be put into a signature: those of the directory, then the tenant's own. */
  readonly paths: readonly string[];
  /** A field in the reader's language. */
  readonly labelOf: (path: string) => string;
  /** How many people have it, of those who were counted; null: that is not known. */
  readonly filledOf: (path: string) => { readonly filled: number; readonly people: number } | null;
}

/** The fields of this tenant; until they are here, those that every tenant has. */
export function useFieldCatalogue(): FieldCatalogue {
  const { i18n } = useTranslation('inputs');
  const saved = useSmartFields().data;
  const fields = saved?.fields;
  const own = useMemo(
    () => new Map(fields?.flatMap(({ key, path, labels }) => (labels === null ? [] : [[path, { key, labels }]]))),
    [fields],
  );
  const filled = useMemo(() => new Map(fields?.map((field) => [field.path, field.filled])), [fields]);
  return {
    paths: [...fieldPaths, ...own.keys()],
    labelOf: (path) => {
      const found = own.get(path);
      return found === undefined ? fieldLabel(i18n, path) : fieldName(i18n, found.key, found.labels);
    },
    filledOf: (path) => {
      const count = filled.get(path);
      return saved === undefined || count === undefined ? null : { filled: count, people: saved.people };
    },
  };
}
