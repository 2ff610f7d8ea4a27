import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FieldPreview } from '../../../server/src/contract/signatures/fields.ts';
import { useFieldPreview } from '../../api/signatures/smartFieldsApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { useSettled } from '../../ui/state/useSettled.ts';
import type { ShownField } from './fieldEdits.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  samples: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  sample: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  value: { overflowWrap: 'anywhere', maxWidth: '100%' },
  said: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', maxWidth: '100%' },
  old: { color: tokens.colorNeutralForeground2 },
  empty: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
  people: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
});

type Sample = FieldPreview['samples'][number];

function Then({ now, then }: Pick<Sample, 'now' | 'then'>) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  return (
    <span className={styles.value}>
      {now !== then && now !== '' && <del className={styles.old}>{now}</del>}{' '}
      {then === '' ? <span className={styles.empty}>{t('effect.blank')}</span> : <bdi>{then}</bdi>}
    </span>
  );
}

function SampleRow({ sample, withDirectory }: { sample: Sample; withDirectory: boolean }) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  const { id, displayName, directory, override, hidden } = sample;
  const said = [
    ...(withDirectory ? [t('effect.directory', { value: directory || t('effect.blank') })] : []),
    ...(override === '' ? [] : [t('effect.override', { value: override })]),
    ...(hidden ? [t('effect.hidden')] : []),
  ];
  return (
    <li className={styles.sample}>
      <RouterLink to={`/teammates/${id}`}>
        <bdi>{displayName}</bdi>
      </RouterLink>
      <Then {...sample} />
      <Caption1 className={styles.said}>{said.join(' · ')}</Caption1>
    </li>
  );
}

function Lacking({ lacking, lackingCount, isPartial }: FieldPreview) {
  const { t } = useTranslation('smartFields');
  const { number } = useFormats();
  const styles = useStyles();
  if (lackingCount === 0) return <Caption1>{t('effect.nobodyLacks')}</Caption1>;
  const more = lackingCount - lacking.length;
  return (
    <>
      <Caption1Strong>
        {t(isPartial ? 'effect.lackingAtLeast' : 'effect.lacking', {
          count: lackingCount,
          formatted: number(lackingCount),
        })}
      </Caption1Strong>
      <span className={styles.people}>
        {lacking.map(({ id, displayName }) => (
          <RouterLink key={id} to={`/teammates/${id}`}>
            <bdi>{displayName}</bdi>
          </RouterLink>
        ))}
        {more > 0 && <Caption1>{t('effect.more', { count: more, formatted: number(more) })}</Caption1>}
      </span>
    </>
  );
}

/** What the rule, as it is being changed, makes of the field for some people, and who has nothing in it. */
export function FieldEffect({ field }: { field: ShownField }) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  const preview = useFieldPreview(
    useSettled(field.isNew || field.isOmitted ? null : { key: field.key, rule: field.rule }, { milliseconds: 300 }),
  );
  if (field.isNew || field.isOmitted) return <Caption1>{t(field.isNew ? 'effect.new' : 'effect.omitted')}</Caption1>;
  if (preview.isError) return <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <RowSkeletons rows={2} />;
  return (
    <div className={styles.root}>
      {preview.data.samples.length > 0 && (
        <ul className={styles.samples} aria-label={t('effect.list')}>
          {preview.data.samples.map((sample) => (
            <SampleRow key={sample.id} sample={sample} withDirectory={field.attribute !== null} />
          ))}
        </ul>
      )}
      <Lacking {...preview.data} />
    </div>
  );
}
