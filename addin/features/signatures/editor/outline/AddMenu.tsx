import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { blockIcons, columnIcon, rowIcon } from '../pieceIcons.tsx';
import { AddRegular } from '../../signatureIcons.ts';
import { useInsert } from '../useInsert.ts';

const kinds = ['text', 'image', 'social', 'divider', 'spacer', 'button', 'qrCode', 'legal', 'group', 'html'] as const;

/** Adds a piece beside the one that is selected. */
export function AddMenu() {
  const { t } = useTranslation('editor');
  const insert = useInsert();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<AddRegular />}>
          {t('add.label')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {kinds.map((kind) => (
            <MenuItem key={kind} icon={blockIcons[kind]} onClick={() => insert.block(kind)}>
              {t(`block.${kind}`)}
            </MenuItem>
          ))}
          <MenuDivider />
          <MenuItem icon={rowIcon} onClick={insert.row}>
            {t('add.row')}
          </MenuItem>
          <MenuItem icon={columnIcon} onClick={insert.column}>
            {t('add.column')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
