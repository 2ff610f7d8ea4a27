import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FindingFilter, FindingRow } from '../../../server/src/contract/people/completeness.ts';
import { useFindings } from '../../api/people/completenessApi.ts';
import { EmptyState } from '../../ui/page/EmptyState.tsx';
import { CheckmarkCircleRegular } from '../../ui/icons.ts';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';
import { LoadedPages } from '../../ui/lists/LoadedPages.tsx';
import { VirtualList } from '../../ui/lists/VirtualList.tsx';
import { PersonRow } from '../../ui/people/PersonRow.tsx';

// The spaces are what is wrong.
const useStyles = makeStyles({
  value: { whiteSpace: 'break-spaces', backgroundColor: tokens.colorNeutralBackground3 },
});

interface FindingListProps {
  readonly filter: FindingFilter;
  readonly nameOf: (field: string) => string;
}

function Row({ row, nameOf }: { readonly row: FindingRow; readonly nameOf: FindingListProps['nameOf'] }) {
  const { t } = useTranslation('completeness');
  const styles = useStyles();
  const { id, displayName, mail, findings } = row;
  return (
    <PersonRow id={id} displayName={displayName} mail={mail}>
      {findings.map(({ kind, field, value }) => (
        <span key={`${kind} ${field}`}>
          {kind === 'photo' ? (
            t('finding.photo')
          ) : (
            <>
              <RouterLink to={`/teammates/${id}?field=${field}`}>{nameOf(field)}</RouterLink> {t(`finding.${kind}`)}
            </>
          )}
          {value !== '' && (
            <>
              {' '}
              <bdi className={styles.value}>{value}</bdi>
            </>
          )}
        </span>
      ))}
    </PersonRow>
  );
}

/** Who has what wrong, each a click away from where it is mended. */
export function FindingList({ filter, nameOf }: FindingListProps) {
  const { t } = useTranslation('completeness');
  const found = useFindings(filter);
  const none = <EmptyState icon={<CheckmarkCircleRegular />} title={t('none')} text={t('noneText')} />;
  return (
    <LoadedPages query={found} empty={none}>
      {(items) => (
        <VirtualList
          label={t('list')}
          items={items}
          keyOf={({ id }) => id}
          rowHeight={64}
          more={found}
          render={(row) => <Row row={row} nameOf={nameOf} />}
        />
      )}
    </LoadedPages>
  );
}
