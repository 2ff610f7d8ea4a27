import type { MenuProps } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { nearestLocale } from '../../../i18n/locale.ts';
import { changeLanguage } from '../../../i18n/openTexts.ts';

/** The language as a choice of a menu. */
export function useLanguageChoice(): Required<Pick<MenuProps, 'checkedValues' | 'onCheckedValueChange'>> {
  const { i18n } = useTranslation();
  return {
    checkedValues: { language: [nearestLocale(i18n.language)] },
    onCheckedValueChange: (_, { checkedItems }) => void changeLanguage(i18n, nearestLocale(checkedItems[0] ?? 'en')),
  };
}
