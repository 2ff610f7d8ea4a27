import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldLabels } from '../../../server/src/contract/signatures/fields.ts';
import { useSmartFields } from '../../api/signatures/smartFieldsApi.ts';
import { changeName, namesTenantField } from './fieldName.ts';

/** Names what is in these paths. The labels of the tenant are asked for only where one of them takes them. */
export function useChangeName(paths: readonly string[]): (path: string) => string {
  const { i18n } = useTranslation('fields');
  const fields = useSmartFields({ enabled: paths.some(namesTenantField) }).data?.fields;
  return useMemo(() => {
    const labels = new Map<string, FieldLabels>();
    for (const field of fields ?? []) if (field.labels !== null) labels.set(field.key, field.labels);
    return (path) => changeName(i18n, path, labels);
  }, [fields, i18n]);
}
