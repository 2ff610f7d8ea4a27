import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AddRegular, ClipboardPasteRegular, DocumentTextRegular, ImageMultipleRegular } from '../signatureIcons.ts';
import { useStartSignature } from './useStartSignature.ts';

/** The ways to begin a signature. */
export function NewMenu() {
  const { t } = useTranslation('signatures');
  const navigate = useNavigate();
  const { startEmpty, isStarting } = useStartSignature();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="primary" icon={<AddRegular />} disabledFocusable={isStarting}>
          {t('new.action')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ImageMultipleRegular />} onClick={() => void navigate('/signatures/new')}>
            {t('new.gallery')}
          </MenuItem>
          <MenuItem icon={<ClipboardPasteRegular />} onClick={() => void navigate('/signatures/paste')}>
            {t('new.paste')}
          </MenuItem>
          <MenuItem icon={<DocumentTextRegular />} onClick={startEmpty}>
            {t('new.empty')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
