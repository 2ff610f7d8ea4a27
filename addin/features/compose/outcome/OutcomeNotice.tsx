import { MessageBar, MessageBarBody, makeStyles, tokens, type MessageBarProps } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import type { RunOutcome } from './runOutcome.ts';

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal' },
});

const intentByKind: Readonly<Record<RunOutcome['kind'], NonNullable<MessageBarProps['intent']>>> = {
  loading: 'info',
  running: 'info',
  broken: 'error',
  inserted: 'success',
  lastGood: 'warning',
  kept: 'info',
  notTeammate: 'info',
  noSignature: 'info',
  noAnswer: 'warning',
  noToken: 'warning',
  tooLate: 'warning',
  refused: 'error',
};

function outcomeText(t: TFunction<['compose', 'problems']>, outcome: RunOutcome, name: string): string {
  if (outcome.kind !== 'refused') return t(`compose:outcome.${outcome.kind}`, { name });
  const reason = t([`problems:${outcome.code}`, 'problems:unknown']);
  return t('compose:outcome.refused', { status: outcome.status, reason });
}

interface OutcomeNoticeProps {
  readonly outcome: RunOutcome;
  /** Who writes, for the texts that say something about the person. */
  readonly name: string;
}

/** How it went, in one sentence that a screen reader says as soon as it is known. */
export function OutcomeNotice({ outcome, name }: OutcomeNoticeProps) {
  const { t } = useTranslation(['compose', 'problems']);
  const { number } = useFormats();
  const styles = useStyles();
  const text =
    'characters' in outcome
      ? t(`compose:outcome.${outcome.kind}`, { characters: number(outcome.characters), ms: number(outcome.ms) })
      : outcomeText(t, outcome, name);
  return (
    <div role="status">
      <MessageBar intent={intentByKind[outcome.kind]} layout="singleline" className={styles.bar}>
        <MessageBarBody className={styles.body}>{text}</MessageBarBody>
      </MessageBar>
    </div>
  );
}
