import { MenuGroup, MenuGroupHeader, MenuItemRadio } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { locales } from '../../../i18n/locale.ts';

/** The languages as choices of a menu; the menu keeps their state under the name `language`. */
export function LanguageItems() {
  const { t } = useTranslation();
  return (
    <MenuGroup>
      <MenuGroupHeader>{t('account.language')}</MenuGroupHeader>
      {locales.map((locale) => (
        <MenuItemRadio key={locale} name="language" value={locale} lang={locale}>
          {t(`languages.${locale}`)}
        </MenuItemRadio>
      ))}
    </MenuGroup>
  );
}
