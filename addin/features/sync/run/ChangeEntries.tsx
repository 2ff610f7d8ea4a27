import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useRunChanges } from '../../../api/sync/runsApi.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { CountFilter } from './CountFilter.tsx';
import { EntryExport } from './EntryExport.tsx';
import { EntryList } from './EntryList.tsx';
import { EntryRow } from './EntryRow.tsx';
import { useEntryFilter } from './useEntryFilter.ts';
import { FieldChanges } from '../../../ui/changes/FieldChanges.tsx';

/** Everybody a sync has touched, with every field. */
export function ChangeEntries({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const { action, setAction, search, setSearch, settled } = useEntryFilter();
  const query = useRunChanges({ runId: run.id, action, search: settled, enabled: true });
  return (
    <>
      <CountFilter counts={run.counts} words="action" value={action} onChange={setAction} />
      <SearchField label={t('plan.search')} value={search} onChange={setSearch} />
      <EntryExport of="changes" runId={run.id} action={action} search={settled} />
      <EntryList
        label={t('changes.list')}
        query={query}
        onClear={() => {
          setSearch('');
          setAction(undefined);
        }}
        render={(change, state) => (
          <EntryRow name={change.displayName} action={change.action} words="action" {...state}>
            <FieldChanges changes={change.changes} isNew={change.action === 'add'} words="done" />
            <span>
              <RouterLink to={`/teammates/${change.teammateId}`}>
                {t('changes.open', { name: change.displayName })}
              </RouterLink>
            </span>
          </EntryRow>
        )}
      />
    </>
  );
}
