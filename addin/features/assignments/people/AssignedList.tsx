import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AssignedFilter, AssignedRow } from '../../../../server/src/contract/signatures/assigned.ts';
import { useAssigned } from '../../../api/signatures/assignedApi.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { PeopleTeamRegular } from '../../../ui/icons.ts';
import { LoadedPages } from '../../../ui/lists/LoadedPages.tsx';
import { VirtualList } from '../../../ui/lists/VirtualList.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { PersonRow } from '../../../ui/people/PersonRow.tsx';

const useStyles = makeStyles({ faint: { color: tokens.colorNeutralForeground2 } });

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
  const { id, displayName, mail, outcome, signatureName, rule } = row;
  return (
    <PersonRow id={id} displayName={displayName} mail={mail}>
      <Given outcome={outcome} signatureName={signatureName} />
      <Caption1 className={styles.faint}>
        {rule === null ? t('people.byNone') : rule.name === '' ? t('people.byUnnamed') : t('people.by', rule)}
      </Caption1>
    </PersonRow>
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
