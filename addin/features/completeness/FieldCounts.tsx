import { Button, Caption1, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Completeness, FindingFilter } from '../../../server/src/contract/people/completeness.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { ShareBar } from '../../ui/people/ShareBar.tsx';
import { kindsOf } from './findingWords.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    columnGap: tokens.spacingHorizontalXXL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  field: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    minWidth: 0,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
  },
  faint: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  wrong: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  more: { alignSelf: 'flex-start' },
});

type CountedField = Completeness['fields'][number];

interface FieldCountsProps {
  readonly completeness: Completeness;
  readonly onChoose: (filter: FindingFilter) => void;
}

function FieldCount({
  field,
  people,
  onChoose,
}: { field: CountedField; people: number } & Pick<FieldCountsProps, 'onChoose'>) {
  const { t, i18n } = useTranslation('completeness');
  const { number } = useFormats();
  const styles = useStyles();
  const { key, labels, filled, found } = field;
  const name = fieldName(i18n, key, labels);
  return (
    <li className={styles.field}>
      <span className={styles.line}>
        <span>{name}</span>
        <Caption1 className={styles.faint}>
          {t('field.filled', { filled: number(filled), people: number(people) })}
        </Caption1>
      </span>
      <ShareBar part={filled} of={people} />
      <span className={styles.wrong}>
        {kindsOf(found).map((kind) => (
          <Link
            key={kind}
            as="button"
            aria-label={t('field.show', {
              name,
              what: t(`count.${kind}`, { count: found[kind], formatted: number(found[kind]) }),
            })}
            onClick={() => onChoose({ kind, field: key })}
          >
            {t(`count.${kind}`, { count: found[kind], formatted: number(found[kind]) })}
          </Link>
        ))}
      </span>
    </li>
  );
}

/** Of each field how many have it, and what is wrong with it; those that no signature shows are folded away. */
export function FieldCounts({ completeness: { fields, people }, onChoose }: FieldCountsProps) {
  const { t } = useTranslation('completeness');
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const isShown = (field: CountedField) => field.isShown || kindsOf(field.found).length > 0;
  const others = fields.filter((field) => !isShown(field)).length;
  return (
    <>
      <ul className={styles.list} aria-label={t('field.list')}>
        {fields
          .filter((field) => showsAll || isShown(field))
          .map((field) => (
            <FieldCount key={field.key} field={field} people={people} onChoose={onChoose} />
          ))}
      </ul>
      {others > 0 && (
        <Button
          className={styles.more}
          appearance="subtle"
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {t(showsAll ? 'field.less' : 'field.more', { count: others })}
        </Button>
      )}
    </>
  );
}
