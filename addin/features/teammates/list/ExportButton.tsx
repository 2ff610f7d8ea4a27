import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useTeammateExport, type TeammateListing } from '../../../api/people/teammatesApi.ts';
import { ArrowDownloadRegular } from '../../../ui/icons.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { FileSaving } from '../../../ui/saving/FileSaving.tsx';
import { saveFile } from '../../../ui/saving/saveFile.ts';

/** Everybody of the list that is shown, as a file for a spreadsheet. */
export function ExportButton({ listing }: { listing: TeammateListing }) {
  const { t, i18n } = useTranslation('teammates');
  const download = useTeammateExport();
  return (
    <>
      <FileSaving>
        <Button
          icon={<ArrowDownloadRegular />}
          disabledFocusable={download.isPending}
          onClick={() =>
            download.mutate(
              { listing, language: i18n.language },
              { onSuccess: (file) => saveFile(file, 'teammates.csv') },
            )
          }
        >
          {t(download.isPending ? 'export.busy' : 'export.action')}
        </Button>
      </FileSaving>
      {download.isError && <ProblemNotice error={download.error} />}
    </>
  );
}
