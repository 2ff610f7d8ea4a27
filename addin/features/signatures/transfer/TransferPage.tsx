import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignaturesFile } from '../../../../server/src/contract/signatures/signaturesFile.ts';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import {
  useExportSignatures,
  useImportSignatures,
  usePreviewImport,
  type ChosenFile,
} from '../../../api/signatures/signaturesFileApi.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { FileButton } from '../../../ui/buttons/FileButton.tsx';
import { ArrowDownloadRegular } from '../../../ui/icons.ts';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { FileSaving } from '../../../ui/saving/FileSaving.tsx';
import { saveFile } from '../../../ui/saving/saveFile.ts';
import { canBeTaken, ImportItems } from './ImportItems.tsx';
import { readSignaturesFile, type Foreign } from './readSignaturesFile.ts';

function save(file: SignaturesFile): void {
  const name = `signatures-${file.exportedAt.slice(0, 10)}.json`;
  saveFile(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }), name);
}

function Export() {
  const { t } = useTranslation('signatures');
  const exporting = useExportSignatures();
  return (
    <Panel title={t('file.export.title')}>
      <span>{t('file.export.text')}</span>
      <span>
        <FileSaving>
          <Button
            icon={exporting.isPending ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
            disabledFocusable={exporting.isPending}
            onClick={() => exporting.mutate(undefined, { onSuccess: save })}
          >
            {t('file.export.action')}
          </Button>
        </FileSaving>
      </span>
      {exporting.isError && <ProblemNotice error={exporting.error} />}
    </Panel>
  );
}

/** A file that was chosen, what would come of it, and what came of it. */
function useImport() {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [foreign, setForeign] = useState<Foreign | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const preview = usePreviewImport();
  const importing = useImportSignatures();
  return {
    ...{ preview, importing, taken, foreign },
    choose: async (chosen: File) => {
      importing.reset();
      preview.reset();
      const read = readSignaturesFile(await chosen.text());
      setFile('file' in read ? read.file : null);
      setForeign('foreign' in read ? read.foreign : null);
      if (!('file' in read)) return;
      preview.mutate(read.file, {
        onSuccess: ({ items }) => setTaken(new Set(items.filter(canBeTaken).map(({ key }) => key))),
      });
    },
    toggle: (key: string) =>
      setTaken((now) => {
        const next = new Set(now);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    start: () => {
      if (file !== null) importing.mutate({ file, take: [...taken] });
    },
  };
}

type Importing = ReturnType<typeof useImport>;

function Start({ work: { taken, importing, start } }: { work: Importing }) {
  const { t } = useTranslation('signatures');
  const { size: count } = taken;
  return (
    <span>
      <Button
        appearance="primary"
        disabledFocusable={count === 0 || importing.isPending}
        icon={importing.isPending ? <Spinner size="tiny" /> : null}
        onClick={start}
      >
        {count === 0 ? t('file.preview.nothing') : t('file.preview.action', { count, formatted: String(count) })}
      </Button>
    </span>
  );
}

function Outcome({ work }: { work: Importing }) {
  const { t } = useTranslation('signatures');
  const { preview, importing, taken } = work;
  const report = importing.data ?? preview.data;
  if (report === undefined) return null;
  const isDone = importing.data !== undefined;
  return (
    <Panel title={t(isDone ? 'file.done.title' : 'file.preview.title')}>
      {!report.isOfThisTenant && <span>{t('file.otherTenant')}</span>}
      {isDone && (
        <MessageBar intent="success" layout="multiline" role="status">
          <MessageBarBody style={{ whiteSpace: 'normal' }}>{t('file.done.text')}</MessageBarBody>
        </MessageBar>
      )}
      <ImportItems items={report.items} taken={taken} onToggle={isDone ? null : work.toggle} />
      {!isDone && <Start work={work} />}
      {importing.isError && <ProblemNotice error={importing.error} />}
    </Panel>
  );
}

function Import() {
  const { t } = useTranslation('signatures');
  const work = useImport();
  const { preview, foreign } = work;
  return (
    <>
      <Panel title={t('file.import.title')}>
        <span>{t('file.import.text')}</span>
        <span>
          <FileButton
            text={t('file.import.action')}
            accept="application/json,.json"
            isBusy={preview.isPending}
            onChosen={(file) => void work.choose(file)}
          />
        </span>
        {foreign !== null && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody style={{ whiteSpace: 'normal' }}>
              {t(`file.foreign.${foreign}`)} {t('file.expected')}
            </MessageBarBody>
          </MessageBar>
        )}
        {preview.isError && <ProblemNotice error={preview.error} />}
      </Panel>
      <Outcome work={work} />
    </>
  );
}

/** Signatures and all that belongs to them, out as one file and in again. */
export function TransferPage() {
  const { t } = useTranslation('signatures');
  const mayDesign = useMayDesign();
  return (
    <Page title={t('file.title')} lead={t('file.lead')} before={<BackLink to="/signatures">{t('title')}</BackLink>}>
      <Export />
      {mayDesign && <Import />}
    </Page>
  );
}
