import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AssignedFilter, AssignedRow } from '../../../../server/src/contract/signatures/assigned.ts';
import { useAssigned } from '../../../api/signatures/assignedApi.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { PeopleTeamRegular } from '../../../ui/icons.ts';
import { LoadedPages } from '../../../ui/lists/LoadedPages.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    '@media (min-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  faint: { color: tokens.colorNeutralForeground2 },
});

function Given({ outcome, signatureName }: Pick<AssignedRow, 'outcome' | 'signatureName'>) {
  const { t } = useTranslation('assignments');
  if (outcome.kind !== 'signature') return <span>{t(`people.gets.${outcome.kind}`)}</span>;
  return (
    <RouterLink to={`/signatures/${outcome.signatureId}`}>
      <bdi>{signatureName ?? t('outcome.gone')}</bdi>
    </RouterLink>
  );
}

function Row({ row }: { row: AssignedRow }) {
  const { t } = useTranslation('assignments');
  const styles = useStyles();
  const { id, displayName, mail, rule } = row;
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <RouterLink to={`/teammates/${id}`}>
          <bdi>{displayName}</bdi>
        </RouterLink>
        {mail !== null && <Caption1 className={styles.faint}>{mail}</Caption1>}
      </span>
      <span className={styles.words}>
        <Given outcome={row.outcome} signatureName={row.signatureName} />
        <Caption1 className={styles.faint}>
          {rule === null ? t('people.byNone') : rule.name === '' ? t('people.byUnnamed') : t('people.by', rule)}
        </Caption1>
      </span>
    </div>
  );
}

/** Everybody of them with what they get and why. */
export function AssignedList({ filter }: { filter: AssignedFilter }) {
  const { t } = useTranslation('assignments');
  const found = useAssigned(filter);
  const nobody = <EmptyState icon={<PeopleTeamRegular />} title={t('people.nobody')} />;
  return (
    <LoadedPages query={found} rows={6} empty={nobody}>
      {(items) => (
        <VirtualList
          label={t('people.list')}
          items={items}
          keyOf={({ id }) => id}
          rowHeight={58}
          more={found}
          render={(row) => <Row row={row} />}
        />
      )}
    </LoadedPages>
  );
}
