import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followMail } from './followMail.ts';
import { MailFrame } from './MailFrame.tsx';
import { signatureDocument } from './mailDocument.ts';

const useStyles = makeStyles({
  box: { overflow: 'hidden', position: 'relative', minWidth: 0, backgroundColor: '#ffffff' },
  dark: { backgroundColor: '#1f1f1f' },
  frame: { display: 'block', border: 'none', transformOrigin: '0 0' },
  still: { pointerEvents: 'none' },
});

/** How wide the box is, in pixels; 0 until it is known. */
function useWidth() {
  const [width, setWidth] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}

interface SignatureFrameProps {
  readonly title: string;
  readonly content: string;
  readonly format?: 'html' | 'text';
  readonly isDark?: boolean;
  /** Of the mail, in pixels; it is made smaller to fit. Left out: as wide as there is room. */
  readonly mailWidth?: number;
  /** Of the box, in pixels; `content`: as high as what is in it. */
  readonly height: number | 'content';
  /** A picture only: neither pointer nor keyboard goes into it. */
  readonly isStill?: boolean;
}

/** How high the mail itself is, followed for as long as anybody needs to know. */
function useMailHeight(isNeeded: boolean, frame: HTMLIFrameElement | null): number {
  const [height, setHeight] = useState(160);
  useEffect(() => (isNeeded && frame !== null ? followMail(frame, setHeight) : undefined), [isNeeded, frame]);
  return height;
}

interface Sizes {
  /** Of the box and of the mail, in pixels. */
  readonly box: number;
  readonly mail: number;
  readonly mailHeight: number;
  readonly asked: SignatureFrameProps['height'];
  readonly isStill: boolean;
}

/**
 * As wide as the mail, made smaller where the box is narrower. A picture is made smaller still until all of it is to be seen, and
 * stands in the middle where it is lower than the box; how wide the mail is does not depend on that, or its height would.
 */
function fitOf({ box, mail, mailHeight, asked, isStill }: Sizes) {
  const byWidth = box > 0 && box < mail ? box / mail : 1;
  const height = asked === 'content' ? Math.ceil(mailHeight * byWidth) : asked;
  if (!isStill)
    return { height, frame: { width: box / byWidth, height: height / byWidth, transform: `scale(${byWidth})` } };
  const scale = Math.min(byWidth, height / mailHeight);
  const top = Math.max(0, (height - mailHeight * scale) / 2);
  return {
    height,
    frame: { width: box / byWidth, height: mailHeight, transform: `translateY(${top}px) scale(${scale})` },
  };
}

/** Same origin only to be measured; without scripts nothing inside can use it. */
const sandboxFor = (isMeasured: boolean): string => (isMeasured ? 'allow-same-origin' : '');

/** How wide a mail is taken to be where its signature stands in a panel. Pixels. */
export const paneMail = 420;

/** A signature as mail programs show it, in a frame that may do nothing. */
export function SignatureFrame(props: SignatureFrameProps) {
  const { title, content, format = 'html', isDark = false, mailWidth, isStill = false } = props;
  const styles = useStyles();
  const { i18n } = useTranslation();
  const { box, width } = useWidth();
  const document = signatureDocument({ content, format, isDark, language: i18n.language });
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const isMeasured = isStill || props.height === 'content';
  const mailHeight = useMailHeight(isMeasured, frame);
  const fit = fitOf({ box: width, mail: mailWidth ?? width, mailHeight, asked: props.height, isStill });
  return (
    <div ref={box} className={mergeClasses(styles.box, isDark && styles.dark)} style={{ height: fit.height }}>
      {width > 0 && (
        <MailFrame
          title={title}
          ref={setFrame}
          sandbox={sandboxFor(isMeasured)}
          tabIndex={isStill ? -1 : 0}
          className={mergeClasses(styles.frame, isStill && styles.still)}
          style={fit.frame}
          document={document}
        />
      )}
    </div>
  );
}
