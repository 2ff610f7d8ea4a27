import { Caption1, Subtitle1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Estimate, Selection } from '../../../../server/src/contract/people/selection.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { isUnconnected } from '../../../ui/notices/remedy.ts';
import { LeftOutDialog } from './LeftOutDialog.tsx';
import { useEstimateOf } from './useEstimateOf.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** So many names say enough. */
const mostNames = 4;

/** What the number does not contain, because nobody has read it yet. */
function Unknown({ estimate }: { estimate: Estimate }) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const formats = useFormats();
  const { unknown, lacksEveryone } = estimate;
  if (lacksEveryone) return <p className={styles.text}>{t('estimate.lacksEveryone')}</p>;
  if (unknown.length === 0) return null;
  const names = formats.list(unknown.slice(0, mostNames).map(({ displayName }) => displayName));
  const count = unknown.length - mostNames;
  return (
    <p className={styles.text}>
      {count > 0
        ? t('estimate.unknownMore', { names, formatted: formats.number(count) })
        : t('estimate.unknown', { names })}
    </p>
  );
}

/** Without a tenant the list beside this says so already, and where to go. */
function NoEstimate({ error }: { error: unknown }) {
  if (error === null || (error instanceof ApiProblem && isUnconnected(error.code))) return null;
  return <ProblemNotice error={error} />;
}

/** How many people this selection is, before anything is saved or read, and who is left out of it. */
export function EstimatePanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const formats = useFormats();
  const query = useEstimateOf(selection);
  const estimate = query.data?.pages[0];
  if (estimate === undefined) return <NoEstimate error={query.error} />;
  if (estimate.asOf === null) {
    return (
      <Panel title={t('estimate.title')}>
        <p className={styles.text}>{t('estimate.never')}</p>
      </Panel>
    );
  }
  const { inScope, leftOut, unknown, lacksEveryone, asOf } = estimate;
  const isPart = unknown.length > 0 || lacksEveryone;
  const people = query.data?.pages.flatMap((page) => page.leftOutPeople) ?? [];
  return (
    <Panel title={t('estimate.title')}>
      <Subtitle1 as="p" role="status" className={styles.text}>
        {t(isPart ? 'estimate.atLeast' : 'estimate.people', { count: inScope, formatted: formats.number(inScope) })}
      </Subtitle1>
      {leftOut > 0 && (
        <span className={styles.line}>
          {t('estimate.leftOut', { count: leftOut, formatted: formats.number(leftOut) })}
          <LeftOutDialog people={people} more={query} />
        </span>
      )}
      <Unknown estimate={estimate} />
      <Caption1 className={styles.text}>{t('estimate.asOf', { when: formats.instant(asOf) })}</Caption1>
    </Panel>
  );
}
