import { MenuList } from '@fluentui/react-components';
import { OpenMenu } from '../../../ui/menus/OpenMenu.tsx';
import type { OpenMenuProps } from '../../../ui/menus/MenuOpener.tsx';
import { LanguageItems } from './LanguageItems.tsx';
import { useLanguageChoice } from './useLanguageChoice.ts';

/** The languages alone, for who has not signed in yet. */
export default function LanguageMenu(props: OpenMenuProps) {
  return (
    <OpenMenu {...props} {...useLanguageChoice()}>
      <MenuList>
        <LanguageItems />
      </MenuList>
    </OpenMenu>
  );
}
