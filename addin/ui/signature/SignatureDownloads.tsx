import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyToClipboard } from '../buttons/copyToClipboard.ts';
import { Announcement } from '../notices/Announcement.tsx';
import { ArrowDownloadRegular, CodeRegular, CopyRegular } from '../icons.ts';
import { escapeHtml } from './mailDocument.ts';
import { FileSaving } from '../saving/FileSaving.tsx';
import { saveFile } from '../saving/saveFile.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** As Outlook's own signatures are kept: a whole document, so that letters survive wherever it is opened. */
const documentOf = (name: string, html: string): string =>
  `<!doctype html>\n<html><head><meta charset="utf-8"><title>${escapeHtml(name)}</title></head><body>${html}</body></html>\n`;

/** What no file system takes in a name. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'signature';

interface SignatureDownloadsProps {
  /** Of the person or the signature; null: it has none. */
  readonly name: string | null;
  /** Empty or not known: there is nothing to take. */
  readonly html: string | null | undefined;
  readonly text: string | null | undefined;
}

/** Takes a signature elsewhere: to the clipboard as it looks, or as the files that mail programs know. */
export function SignatureDownloads({ name, html, text }: SignatureDownloadsProps) {
  return html ? <Downloads name={name ?? 'Undersign'} html={html} text={text ?? ''} /> : null;
}

/** As it looks, or its HTML as words. */
type Copyable = 'copy' | 'html';

function Downloads({ name, html, text }: { name: string; html: string; text: string }) {
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const [last, setLast] = useState<{ what: Copyable; result: 'copied' | 'refused' } | null>(null);
  const copy = (what: Copyable) => {
    const copied = what === 'copy' ? { 'text/html': html, 'text/plain': text } : { 'text/plain': html };
    copyToClipboard(copied).then(
      () => setLast({ what, result: 'copied' }),
      () => setLast({ what, result: 'refused' }),
    );
  };
  const nameOf = (what: Copyable) => t(`download.${last?.what === what ? last.result : what}`);
  const bom = '\uFEFF';
  return (
    <div className={styles.root}>
      <Button size="small" icon={<CopyRegular />} onClick={() => copy('copy')}>
        {nameOf('copy')}
      </Button>
      <Button size="small" icon={<CodeRegular />} onClick={() => copy('html')}>
        {nameOf('html')}
      </Button>
      <FileSaving size="small">
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => saveFile(new Blob([documentOf(name, html)], { type: 'text/html' }), `${fileName(name)}.htm`)}
        >
          {t('download.htm')}
        </Button>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          onClick={() => saveFile(new Blob([bom, text], { type: 'text/plain' }), `${fileName(name)}.txt`)}
        >
          {t('download.txt')}
        </Button>
      </FileSaving>
      <Announcement text={last === null ? '' : t(`download.${last.result}`)} />
    </div>
  );
}
