import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcement } from '../notices/Announcement.tsx';
import { ArrowDownloadRegular, CodeRegular, CopyRegular } from '../icons.ts';
import { escapeHtml } from './mailDocument.ts';
import { saveFile } from '../saveFile.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** As Outlook's own signatures are kept: a whole document, so that letters survive wherever it is opened. */
const documentOf = (name: string, html: string): string =>
  `<!doctype html>\n<html><head><meta charset="utf-8"><title>${escapeHtml(name)}</title></head><body>${html}</body></html>\n`;

/** What no file system takes in a name. */
const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, ' ').trim() || 'signature';

/** Formatted where the clipboard takes that, else the HTML itself. */
async function copySignature(html: string, text: string): Promise<void> {
  const formats = { 'text/html': html, 'text/plain': text };
  const parts = Object.entries(formats).map(([type, content]) => [type, new Blob([content], { type })]);
  await navigator.clipboard
    .write([new ClipboardItem(Object.fromEntries(parts) as Record<string, Blob>)])
    .catch(() => navigator.clipboard.writeText(html));
}

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

function Downloads({ name, html, text }: { name: string; html: string; text: string }) {
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const [state, setState] = useState<'copied' | 'refused' | null>(null);
  const copy = (copying: Promise<void>) =>
    copying.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  const bom = '\uFEFF';
  return (
    <div className={styles.root}>
      <Button size="small" icon={<CopyRegular />} onClick={() => void copy(copySignature(html, text))}>
        {t(`download.${state ?? 'copy'}`)}
      </Button>
      <Button size="small" icon={<CodeRegular />} onClick={() => void copy(navigator.clipboard.writeText(html))}>
        {t('download.html')}
      </Button>
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
      <Announcement text={state === null ? '' : t(`download.${state}`)} />
    </div>
  );
}
