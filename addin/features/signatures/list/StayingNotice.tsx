import { Caption1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Recognised } from '../../../../server/src/contract/signatures/signatures.ts';
import { ActionNotice } from '../../../ui/notices/ActionNotice.tsx';

interface StayingProps {
  readonly staying: Recognised['staying'];
}

/** What no field takes the place of, first of all what looks like somebody's own. */
export function StayingNotice({ staying }: StayingProps) {
  const { t } = useTranslation('signatures');
  const listOf = (isOwn: boolean): string =>
    staying
      .filter((each) => each.isOwn === isOwn)
      .map(({ text }) => text)
      .join(', ');
  const [own, others] = [listOf(true), listOf(false)];
  return (
    <>
      {own !== '' && <ActionNotice intent="warning">{t('paste.own', { list: own })}</ActionNotice>}
      {others !== '' && (
        <Caption1 style={{ overflowWrap: 'anywhere' }}>{t('paste.staying', { list: others })}</Caption1>
      )}
    </>
  );
}
