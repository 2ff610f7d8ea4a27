import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picked } from '../../../server/src/contract/people/selection.ts';
import { useErasePerson, useExportPerson, useReadmitPerson } from '../../api/manage/privacyApi.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { ArrowDownloadRegular, PersonArrowBackRegular, PersonDeleteRegular } from '../../ui/icons.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { FileSaving } from '../../ui/saving/FileSaving.tsx';
import { saveFile } from '../../ui/saving/saveFile.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: { paddingBlock: tokens.spacingVerticalS },
  body: { whiteSpace: 'normal' },
});

function useDoing({ id, displayName }: Picked) {
  const { t } = useTranslation('privacy');
  const exporting = useExportPerson();
  const erasing = useErasePerson();
  const readmitting = useReadmitPerson();
  const [news, setNews] = useState<string | null>(null);
  const all = [exporting, erasing, readmitting];
  const begin = () => {
    setNews(null);
    for (const one of all) one.reset();
  };
  return {
    news,
    error: all.find((one) => one.isError)?.error ?? null,
    isBusy: all.some((one) => one.isPending),
    exportAll: () => {
      begin();
      exporting.mutate(id, { onSuccess: (file) => saveFile(file, `${displayName}.json`) });
    },
    erase: () => {
      begin();
      erasing.mutate(id, { onSuccess: () => setNews(t('person.eraseDone', { name: displayName })) });
    },
    readmit: () => {
      begin();
      readmitting.mutate(id, { onSuccess: () => setNews(t('person.readmitDone', { name: displayName })) });
    },
  };
}

/** What an administrator can do about what is kept of one person. */
export function PersonActions({ person }: { person: Picked }) {
  const { t } = useTranslation('privacy');
  const styles = useStyles();
  const { news, error, isBusy, exportAll, erase, readmit } = useDoing(person);
  const name = person.displayName;
  return (
    <>
      <div className={styles.actions}>
        <FileSaving>
          <Button icon={<ArrowDownloadRegular />} onClick={exportAll} disabledFocusable={isBusy}>
            {t('person.export')}
          </Button>
        </FileSaving>
        <ConfirmDialog
          trigger={
            <Button icon={<PersonDeleteRegular />} disabledFocusable={isBusy}>
              {t('person.erase')}
            </Button>
          }
          title={t('person.eraseTitle', { name })}
          text={t('person.eraseText')}
          confirm={t('person.eraseConfirm')}
          cancel={t('common:cancel')}
          isDangerous
          onConfirm={erase}
        />
        <Button icon={<PersonArrowBackRegular />} onClick={readmit} disabledFocusable={isBusy}>
          {t('person.readmit')}
        </Button>
      </div>
      {error !== null && <ProblemNotice error={error} />}
      {news !== null && (
        <MessageBar intent="success" layout="multiline" role="status" className={styles.bar}>
          <MessageBarBody className={styles.body}>{news}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
