import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signatureDocument } from '../../ui/signature/mailDocument.ts';

const useStyles = makeStyles({
  frame: {
    display: 'block',
    width: '100%',
    minHeight: '120px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** Around the signature, as its document has it. */
const padding = 12;

interface OwnSignatureFrameProps {
  readonly title: string;
  /** As the API rendered and sanitised it. What it may not do is decided by the frame, never by us reading it. */
  readonly html: string;
  readonly isDark: boolean;
}

/** A signature by itself, as high as it is, in a frame that may do nothing. */
export function OwnSignatureFrame({ title, html, isDark }: OwnSignatureFrameProps) {
  const styles = useStyles();
  const { i18n } = useTranslation();
  const [height, setHeight] = useState(160);
  return (
    <iframe
      className={styles.frame}
      title={title}
      // Same origin only to be measured; without scripts nothing inside can use it.
      sandbox="allow-same-origin"
      style={{ height: `${height}px` }}
      srcDoc={signatureDocument({ content: html, format: 'html', isDark, language: i18n.language })}
      onLoad={({ currentTarget }) => {
        const mail = currentTarget.contentDocument?.getElementById('mail');
        // It is at least as high as the frame; only what it holds says how high it has to be.
        const range = mail && currentTarget.contentDocument?.createRange();
        if (!range) return;
        range.selectNodeContents(mail);
        setHeight(Math.ceil(range.getBoundingClientRect().height) + 2 * padding + 2);
      }}
    />
  );
}
