import { useTranslation } from 'react-i18next';
import { useEntryExport, type EntryFilter } from '../../../api/sync/runsApi.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { ExportButton } from '../../../ui/saving/ExportButton.tsx';

interface EntryExportProps extends Pick<EntryFilter, 'runId' | 'action' | 'search'> {
  readonly of: 'plan' | 'changes';
}

/** Everybody of the list that is shown, with every field, as a file for a spreadsheet. */
export function EntryExport({ of, runId, action, search }: EntryExportProps) {
  const { t, i18n } = useTranslation('sync');
  const download = useEntryExport(of, runId);
  return (
    <>
      <span>
        <ExportButton
          text={t(download.isPending ? 'export.busy' : 'export.action')}
          download={download}
          wanted={{ action, search, language: i18n.language }}
          fileName={of === 'plan' ? 'preview.csv' : 'changes.csv'}
        />
      </span>
      {download.isError && <ProblemNotice error={download.error} />}
    </>
  );
}
