import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signatureDocument } from './mailDocument.ts';

const useStyles = makeStyles({
  box: { overflow: 'hidden', position: 'relative', minWidth: 0, backgroundColor: '#ffffff' },
  dark: { backgroundColor: '#1f1f1f' },
  frame: { display: 'block', border: 'none', transformOrigin: '0 0' },
  still: { pointerEvents: 'none' },
  outlined: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
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

/** Around the mail, as its document has it. */
const padding = 12;

/** What a mail in a frame takes; it is at least as high as the frame, so only what it holds says how high it has to be. */
function heightOfMail(frame: HTMLIFrameElement): number | null {
  const mail = frame.contentDocument?.getElementById('mail');
  const range = mail && frame.contentDocument?.createRange();
  if (!range) return null;
  range.selectNodeContents(mail);
  return Math.ceil(range.getBoundingClientRect().height) + 2 * padding;
}

/** How high the box is; with a way to measure the mail where that decides. */
function useHeight(asked: SignatureFrameProps['height'], scale: number) {
  const [mail, setMail] = useState(160);
  if (asked !== 'content') return { height: asked, frame: { sandbox: '' } };
  const onLoad = ({ currentTarget }: { currentTarget: HTMLIFrameElement }) =>
    setMail((before) => heightOfMail(currentTarget) ?? before);
  // Same origin only to be measured; without scripts nothing inside can use it.
  return { height: Math.ceil(mail * scale), frame: { sandbox: 'allow-same-origin', onLoad } };
}

const scaleOf = (box: number, mail: number): number => (box > 0 && box < mail ? box / mail : 1);

/** A signature as mail programs show it, in a frame that may do nothing. */
export function SignatureFrame(props: SignatureFrameProps) {
  const { title, content, format = 'html', isDark = false, mailWidth, isStill = false } = props;
  const styles = useStyles();
  const { i18n } = useTranslation();
  const { box, width } = useWidth();
  const { height, frame } = useHeight(props.height, scaleOf(width, mailWidth ?? width));
  const fit = fitOf(width, mailWidth ?? width, height);
  return (
    <div ref={box} className={mergeClasses(styles.box, isDark && styles.dark)} style={{ height }}>
      {width > 0 && (
        <iframe
          title={title}
          {...frame}
          tabIndex={isStill ? -1 : 0}
          className={mergeClasses(styles.frame, isStill && styles.still)}
          style={fit}
          srcDoc={signatureDocument({ content, format, isDark, language: i18n.language })}
        />
      )}
    </div>
  );
}
