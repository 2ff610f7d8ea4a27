import { useTranslation } from 'react-i18next';
import { grantedRoleSchema, type GrantedRole } from '../../../server/src/contract/manage/roles.ts';

/** The roles that can be granted, in words. */
export function useRoleChoices(): readonly { readonly value: GrantedRole; readonly text: string }[] {
  const { t } = useTranslation();
  return grantedRoleSchema.options.map((value) => ({ value, text: t(`common:account.${value}`) }));
}
