import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import {
  CheckmarkCircleRegular,
  FlashRegular,
  GlobeRegular,
  InfoRegular,
  KeyRegular,
  ProhibitedRegular,
  SignatureRegular,
} from '../composeIcons.ts';
import type { Step, TimedStep } from '../frame/frameMessages.ts';
import { stepText } from './stepText.ts';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  icon: { display: 'flex', fontSize: '18px', color: tokens.colorBrandForeground1 },
  text: { overflowWrap: 'anywhere' },
  ms: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

const iconByKind: Readonly<Record<Step['kind'], ReactElement>> = {
  fired: <FlashRegular />,
  token: <KeyRegular />,
  request: <GlobeRegular />,
  clientSignatureDisabled: <ProhibitedRegular />,
  signatureSet: <SignatureRegular />,
  prepended: <SignatureRegular />,
  noticeShown: <InfoRegular />,
  completed: <CheckmarkCircleRegular />,
};

/** The proof: each thing the handler did, and when. */
export function HandlerSteps({ steps }: { steps: readonly TimedStep[] }) {
  const { t } = useTranslation('compose');
  const { number } = useFormats();
  const styles = useStyles();
  return (
    <Panel title={t('steps.title')}>
      <p className={styles.lead}>{t('steps.lead')}</p>
      <ol className={styles.list} aria-label={t('steps.list')}>
        {steps.map((step, position) => (
          <li key={`${position}-${step.kind}`} className={styles.step}>
            <span className={styles.icon} aria-hidden>
              {iconByKind[step.kind]}
            </span>
            <Text className={styles.text}>{stepText({ t, number }, step)}</Text>
            <Text className={styles.ms}>{t('steps.ms', { ms: number(step.ms) })}</Text>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
