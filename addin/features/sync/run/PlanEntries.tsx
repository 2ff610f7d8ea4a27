import { Caption1Strong } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { usePlanEntries } from '../../../api/sync/runsApi.ts';
import { ScopeReasons } from '../../../ui/people/ScopeReasons.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { CountFilter } from './CountFilter.tsx';
import { EntryExport } from './EntryExport.tsx';
import { EntryList } from './EntryList.tsx';
import { EntryRow } from './EntryRow.tsx';
import { useEntryFilter } from './useEntryFilter.ts';
import { FieldChanges } from '../../../ui/changes/FieldChanges.tsx';

/** Everybody a sync would touch, with every field and the reason. */
export function PlanEntries({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const { action, setAction, search, setSearch, settled } = useEntryFilter();
  const query = usePlanEntries({ runId: run.id, action, search: settled, enabled: true });
  return (
    <>
      <CountFilter counts={run.counts} words="planAction" value={action} onChange={setAction} />
      <SearchField label={t('plan.search')} value={search} onChange={setSearch} />
      <EntryExport of="plan" runId={run.id} action={action} search={settled} />
      <EntryList
        label={t('plan.list')}
        query={query}
        onClear={() => {
          setSearch('');
          setAction(undefined);
        }}
        render={(entry, state) => (
          <EntryRow
            name={entry.displayName}
            {...(entry.userPrincipalName === null ? {} : { below: entry.userPrincipalName })}
            action={entry.action}
            words="planAction"
            {...state}
          >
            <FieldChanges changes={entry.changes} isNew={entry.action === 'add'} words="plan" />
            <Caption1Strong>{t('plan.why')}</Caption1Strong>
            <ScopeReasons verdict={entry.scope} />
          </EntryRow>
        )}
      />
    </>
  );
}
