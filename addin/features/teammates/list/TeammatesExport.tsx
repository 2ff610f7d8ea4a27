import { useTranslation } from 'react-i18next';
import { useTeammateExport, type TeammateListing } from '../../../api/people/teammatesApi.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { ExportButton } from '../../../ui/saving/ExportButton.tsx';

/** Everybody of the list that is shown, as a file for a spreadsheet. */
export function TeammatesExport({ listing }: { listing: TeammateListing }) {
  const { t, i18n } = useTranslation('teammates');
  const download = useTeammateExport();
  return (
    <>
      <ExportButton
        text={t(download.isPending ? 'export.busy' : 'export.action')}
        download={download}
        wanted={{ listing, language: i18n.language }}
        fileName="teammates.csv"
      />
      {download.isError && <ProblemNotice error={download.error} />}
    </>
  );
}
