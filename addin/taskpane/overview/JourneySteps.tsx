import { Badge, Subtitle2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import type { Run } from '../../../server/src/contract/sync/sync.ts';
import { pickCount } from '../../api/people/pickCount.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { CheckmarkCircleFilled } from '../../ui/icons.ts';
import { RouterButton } from '../../ui/buttons/RouterButton.tsx';
import { isGiven, steps, type JourneyFacts, type Step } from './journey.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  step: {
    display: 'grid',
    gridTemplateColumns: '32px 1fr',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 239px)': { gridTemplateColumns: 'minmax(0, 1fr)', padding: tokens.spacingHorizontalS },
    '@media (min-width: 640px)': { gridTemplateColumns: '32px 1fr auto' },
  },
  next: { border: `2px solid ${tokens.colorCompoundBrandStroke}`, boxShadow: tokens.shadow4 },
  number: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  numberNext: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  done: { fontSize: '28px', color: tokens.colorStatusSuccessForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  /** As high as its words, where they take two lines. */
  state: { height: 'auto', minHeight: '20px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  action: {
    gridColumn: '2',
    '@media (max-width: 239px)': { gridColumn: '1' },
    marginTop: tokens.spacingVerticalS,
    '@media (min-width: 640px)': { gridColumn: '3', marginTop: 0 },
  },
});

export interface StepFacts extends JourneyFacts {
  readonly connection: Connection;
  readonly runs: readonly Run[];
}

const destination: Readonly<Record<Step, string>> = {
  connect: '/connect',
  select: '/select',
  preview: '/sync',
  sync: '/sync',
  design: '/signatures',
  outlook: '/rollout',
};

function useDoneText(facts: StepFacts): (step: Step) => string {
  const { t } = useTranslation('overview');
  const formats = useFormats();
  const { connection, selection, runs, activeTeammates, signatures, seen } = facts;
  const last = runs.find((run) => run.status === 'succeeded');
  const isEveryone = selection === null || selection.everyone;
  const texts: Readonly<Record<Step, string>> = {
    connect: t('step.connect.done', { name: connection.organization?.displayName ?? '' }),
    select: isEveryone ? t('step.select.everyone') : t('step.select.done', { count: pickCount(selection) }),
    preview: last ? t('step.preview.done', { when: formats.instant(last.startedAt) }) : t('step.preview.todo'),
    sync: t('step.sync.done', { count: activeTeammates }),
    design: t('step.design.done', { count: signatures.filter(isGiven).length }),
    outlook: t('step.outlook.done', { count: seen }),
  };
  return (step) => texts[step];
}

interface StepItemProps {
  readonly step: Step;
  readonly number: number;
  readonly isDone: boolean;
  readonly isNext: boolean;
  readonly text: string;
}

function StepMark({ number, isDone, isNext }: Pick<StepItemProps, 'number' | 'isDone' | 'isNext'>) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  if (isDone) return <CheckmarkCircleFilled className={styles.done} aria-label={t('state.done')} />;
  return (
    <span className={mergeClasses(styles.number, isNext && styles.numberNext)} aria-hidden>
      {number}
    </span>
  );
}

function StepItem({ step, number, isDone, isNext, text }: StepItemProps) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.step, isNext && styles.next)} aria-current={isNext ? 'step' : undefined}>
      <StepMark number={number} isDone={isDone} isNext={isNext} />
      <div className={styles.words}>
        <span className={styles.head}>
          <Subtitle2 as="h2">{t(`steps.${step}`)}</Subtitle2>
          {isNext && (
            <Badge appearance="tint" color="brand" className={styles.state}>
              {t('state.current')}
            </Badge>
          )}
        </span>
        <p className={styles.text}>{text}</p>
      </div>
      {(isNext || isDone) && (
        <RouterButton className={styles.action} to={destination[step]} appearance={isNext ? 'primary' : 'subtle'}>
          {t(`step.${step}.${isDone ? 'again' : 'action'}`)}
        </RouterButton>
      )}
    </li>
  );
}

interface JourneyStepsProps {
  readonly facts: StepFacts;
  readonly done: ReadonlySet<Step>;
  readonly next: Step | null;
  /** Those to show; left out: all. */
  readonly only?: readonly Step[];
}

/** The steps with their state; each leads to its page, the next one most visibly. */
export function JourneySteps({ facts, done, next, only = steps }: JourneyStepsProps) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  const doneText = useDoneText(facts);
  return (
    <ol className={styles.list} aria-label={t('stepsLabel')}>
      {only.map((step) => (
        <StepItem
          key={step}
          step={step}
          number={steps.indexOf(step) + 1}
          isDone={done.has(step)}
          isNext={step === next}
          text={done.has(step) ? doneText(step) : t(`step.${step}.todo`)}
        />
      ))}
    </ol>
  );
}
