import { Body1Strong, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AssignmentEffect } from '../../../server/src/contract/signatures/assignments.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { Panel } from '../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    // Two beside each other where a word would not fit a third of the width.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 88px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse', minWidth: 0 },
  number: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: 600 },
  quiet: { color: tokens.colorNeutralForeground2 },
  people: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

/** Who they are about whom no rule decides, and who get nothing. */
function Lists({ effect }: { effect: AssignmentEffect }) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const lists = (['otherwise', 'none'] as const).filter((only) => effect[only] > 0);
  return (
    <div className={styles.people}>
      {lists.map((only) => (
        <RouterLink key={only} to={`/assignments/people?only=${only}`}>
          {t(`people.who.${only}`)}
        </RouterLink>
      ))}
    </div>
  );
}

/** What the rules would do if they were saved now. */
export function EffectPanel({ effect, isDirty }: { effect: UseQueryResult<AssignmentEffect>; isDirty: boolean }) {
  const { t } = useTranslation('assignments');
  const { number } = useFormats();
  const styles = useStyles();
  const { data } = effect;
  return (
    <Panel title={t('effect.title')} aside={effect.isFetching && <Spinner size="tiny" aria-label={t('effect.busy')} />}>
      {effect.isError && <ProblemNotice error={effect.error} onRetry={() => void effect.refetch()} />}
      {data && (
        <>
          <dl className={styles.figures} aria-live="polite">
            {[
              { name: 'people', value: data.people },
              { name: 'changed', value: data.changed.count },
              { name: 'none', value: data.none },
            ].map(({ name, value }) => (
              <div key={name} className={styles.figure}>
                <dt className={styles.quiet}>{t(`effect.${name}`)}</dt>
                <dd className={styles.number}>{number(value)}</dd>
              </div>
            ))}
          </dl>
          <Caption1 className={styles.quiet}>
            {t('effect.otherwise', { count: data.otherwise, formatted: number(data.otherwise) })} {t('effect.today')}
          </Caption1>
          {!isDirty && <Lists effect={data} />}
          {isDirty && data.changed.sample.length > 0 && (
            <div>
              <Body1Strong>{t('effect.sample')}</Body1Strong>
              <div className={styles.people}>
                {data.changed.sample.map(({ id, displayName }) => (
                  <RouterLink key={id} to={`/teammates/${id}`}>
                    <bdi>{displayName}</bdi>
                  </RouterLink>
                ))}
              </div>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
