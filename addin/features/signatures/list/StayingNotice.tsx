import { Caption1, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Recognised } from '../../../../server/src/contract/signatures/signatures.ts';

interface StayingProps {
  readonly staying: Recognised['staying'];
}

/** Addresses have no place at which a line may break. */
const wrapping = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

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
      {own !== '' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody style={wrapping}>{t('paste.own', { list: own })}</MessageBarBody>
        </MessageBar>
      )}
      {others !== '' && <Caption1 style={wrapping}>{t('paste.staying', { list: others })}</Caption1>}
    </>
  );
}
