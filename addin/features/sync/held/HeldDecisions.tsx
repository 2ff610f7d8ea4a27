import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { HeldDeparture } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx';
import { SaveBar } from '../../../ui/saving/SaveBar.tsx';
import { countSelected, isNobody, isSelected, type HeldSelection } from './heldSelection.ts';

interface HeldDecisionsProps {
  readonly departures: readonly HeldDeparture[];
  /** Whether more people are held than are loaded. */
  readonly hasMore: boolean;
  readonly selection: HeldSelection;
  readonly isBusy: boolean;
  readonly onDecide: (decision: 'approve' | 'discard') => void;
}

/** So many are called by their names; the others are counted. */
const namedPeople = 5;

/** Whom it is about. */
function useWho({ departures, selection, hasMore }: HeldDecisionsProps): string {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const names = departures.filter((one) => isSelected(selection, one)).map(({ displayName }) => displayName);
  const others = names.length - namedPeople;
  const isOpenEnded = hasMore && selection.runs.size > 0;
  const tail = isOpenEnded
    ? [t('held.othersOpen')]
    : others > 0
      ? [t('held.others', { count: others, formatted: formats.number(others) })]
      : [];
  return `${formats.list([...names.slice(0, namedPeople), ...tail])}.`;
}

/** What approving would do to the selected people, in whole sentences. */
function useConsequence({ departures, selection, hasMore }: HeldDecisionsProps): string {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const chosen = departures.filter((departure) => isSelected(selection, departure));
  const sentences = (['disable', 'remove'] as const).flatMap((would) => {
    const count = chosen.filter((departure) => departure.would === would).length;
    return count === 0 ? [] : [t(`held.consequence.${would}`, { count, formatted: formats.number(count) })];
  });
  if (hasMore && selection.runs.size > 0) sentences.push(t('held.consequence.more'));
  return [...sentences, t('held.consequence.return')].join(' ');
}

/** How many are selected and the two decisions, each of which is asked about once more. */
export function HeldDecisions(props: HeldDecisionsProps) {
  const { departures, hasMore, selection, isBusy, onDecide } = props;
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const consequence = useConsequence(props);
  const who = useWho(props);
  const count = countSelected(selection, departures);
  const isNone = isNobody(selection);
  const isOpenEnded = hasMore && selection.runs.size > 0;
  const text = isOpenEnded ? t('held.selectedAll') : t('held.selected', { count, formatted: formats.number(count) });
  return (
    <SaveBar label={t('held.actions')} isWaiting={!isNone} text={isNone ? t('held.selectedNone') : text}>
      <ConfirmDialog
        trigger={<Button disabled={isNone || isBusy}>{t('held.discard')}</Button>}
        title={t('held.discardTitle')}
        text={`${who} ${t('held.discardText')}`}
        confirm={t('held.discardConfirm')}
        cancel={t('common:cancel')}
        onConfirm={() => onDecide('discard')}
      />
      <ConfirmDialog
        trigger={
          <Button appearance="primary" disabled={isNone || isBusy}>
            {t('held.approve')}
          </Button>
        }
        title={t('held.approveTitle')}
        text={`${who} ${consequence}`}
        confirm={t('held.approveConfirm')}
        cancel={t('common:cancel')}
        onConfirm={() => onDecide('approve')}
      />
    </SaveBar>
  );
}
