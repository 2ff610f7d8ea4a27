import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useTeammateExport, type TeammateListing } from '../../../api/teammatesApi.ts';
import { ArrowDownloadRegular } from '../../../ui/icons.ts';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';

function save(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'teammates.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Everybody of the list that is shown, as a file for a spreadsheet. */
export function ExportButton({ listing }: { listing: TeammateListing }) {
  const { t, i18n } = useTranslation('teammates');
  const download = useTeammateExport();
  return (
    <>
      <Button
        icon={<ArrowDownloadRegular />}
        disabledFocusable={download.isPending}
        onClick={() => download.mutate({ listing, language: i18n.language }, { onSuccess: save })}
      >
        {t(download.isPending ? 'export.busy' : 'export.action')}
      </Button>
      {download.isError && <ProblemNotice error={download.error} />}
    </>
  );
}
