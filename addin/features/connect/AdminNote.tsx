import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/connection.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { Announcement } from '../../ui/Announcement.tsx';
import { CopyRegular } from '../../ui/icons.ts';
import { Panel } from '../../ui/Panel.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  area: { minHeight: '220px' },
  action: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
});

/** For those who may not consent: the role that may, and a text to send to somebody who has it. */
export function AdminNote({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  const formats = useFormats();
  const [isCopied, setIsCopied] = useState(false);
  const message = t('needsAdmin.message', {
    url: `${window.location.origin}/#/connect`,
    permissions: formats.list(connection.requiredPermissions.map(({ name }) => name)),
  });
  const copy = async () => {
    // Without the right to the clipboard the text above is still there to be selected.
    await navigator.clipboard.writeText(message).then(
      () => setIsCopied(true),
      () => document.querySelector<HTMLTextAreaElement>('#admin-note')?.select(),
    );
  };
  return (
    <Panel title={t('needsAdmin.title')}>
      <p className={styles.text}>{t('needsAdmin.text')}</p>
      <Field label={t('needsAdmin.label')}>
        <Textarea id="admin-note" readOnly value={message} resize="vertical" textarea={{ className: styles.area }} />
      </Field>
      <Button className={styles.action} icon={<CopyRegular />} onClick={() => void copy()}>
        {t(isCopied ? 'needsAdmin.copied' : 'needsAdmin.copy')}
      </Button>
      <Announcement text={isCopied ? t('needsAdmin.copied') : ''} />
    </Panel>
  );
}
