import { Button, Field, Input, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Announcement } from '../notices/Announcement.tsx';
import { CopyRegular } from '../icons.ts';
import { copyToClipboard } from './copyToClipboard.ts';

const useStyles = makeStyles({
  area: { minHeight: '220px' },
  line: { maxWidth: '420px', fontFamily: tokens.fontFamilyMonospace },
  action: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
});

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  /** Of the button, before and after. */
  readonly copy: string;
  readonly copied: string;
  /** A text of several lines. */
  readonly isLong?: boolean;
}

/** A text to be taken elsewhere: to be copied by a button, or selected by hand. */
export function CopyField({ label, value, copy, copied, isLong = false }: CopyFieldProps) {
  const styles = useStyles();
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  const take = async () => {
    // Without the right to the clipboard the text is still there to be selected.
    await copyToClipboard({ 'text/plain': value }).then(
      () => setIsCopied(true),
      () => document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${CSS.escape(id)}`)?.select(),
    );
  };
  return (
    <>
      <Field label={label}>
        {isLong ? (
          <Textarea id={id} readOnly value={value} resize="vertical" textarea={{ className: styles.area }} />
        ) : (
          <Input id={id} className={styles.line} readOnly value={value} />
        )}
      </Field>
      <Button className={styles.action} icon={<CopyRegular />} onClick={() => void take()}>
        {isCopied ? copied : copy}
      </Button>
      <Announcement text={isCopied ? copied : ''} />
    </>
  );
}
