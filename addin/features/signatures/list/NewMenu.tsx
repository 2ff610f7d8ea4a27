import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { AddRegular } from '../signatureIcons.ts';
import { useStartSignature } from './useStartSignature.ts';

/** Begins a signature. */
export function NewMenu() {
  const { t } = useTranslation('signatures');
  const { startEmpty, isStarting } = useStartSignature();
  return (
    <Button appearance="primary" icon={<AddRegular />} disabledFocusable={isStarting} onClick={startEmpty}>
      {t('new.action')}
    </Button>
  );
}
