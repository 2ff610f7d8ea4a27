import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followMail } from './followMail.ts';
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

/** As wide as the mail, made smaller where the box is narrower. */
function fitOf(box: number, mail: number, height: number) {
  const scale = scaleOf(box, mail);
  return { width: box / scale, height: height / scale, transform: `scale(${scale})` };
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

interface Measured {
  readonly asked: SignatureFrameProps['height'];
  readonly scale: number;
  readonly frame: HTMLIFrameElement | null;
  readonly srcDoc: string;
}

/** How high the box is: as asked, or as high as the mail in it is at any time. */
function useHeight({ asked, scale, frame, srcDoc }: Measured): number {
  const [mail, setMail] = useState(160);
  const follows = asked === 'content';
  useEffect(() => (follows && frame !== null ? followMail(frame, setMail) : undefined), [follows, frame, srcDoc]);
  return asked === 'content' ? Math.ceil(mail * scale) : asked;
}

const scaleOf = (box: number, mail: number): number => (box > 0 && box < mail ? box / mail : 1);

/** Same origin only to be measured; without scripts nothing inside can use it. */
const sandboxFor = (asked: SignatureFrameProps['height']): string => (asked === 'content' ? 'allow-same-origin' : '');

/** A signature as mail programs show it, in a frame that may do nothing. */
export function SignatureFrame(props: SignatureFrameProps) {
  const { title, content, format = 'html', isDark = false, mailWidth, isStill = false } = props;
  const styles = useStyles();
  const { i18n } = useTranslation();
  const { box, width } = useWidth();
  const srcDoc = signatureDocument({ content, format, isDark, language: i18n.language });
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const scale = scaleOf(width, mailWidth ?? width);
  const height = useHeight({ asked: props.height, scale, frame, srcDoc });
  const fit = fitOf(width, mailWidth ?? width, height);
  return (
    <div ref={box} className={mergeClasses(styles.box, isDark && styles.dark)} style={{ height }}>
      {width > 0 && (
        <iframe
          title={title}
          ref={setFrame}
          sandbox={sandboxFor(props.height)}
          tabIndex={isStill ? -1 : 0}
          className={mergeClasses(styles.frame, isStill && styles.still)}
          style={fit}
          srcDoc={srcDoc}
        />
      )}
    </div>
  );
}
