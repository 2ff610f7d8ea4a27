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
  const scale = box > 0 && box < mail ? box / mail : 1;
  return { width: box / scale, height: height / scale, transform: `scale(${scale})` };
}

interface SignatureFrameProps {
  readonly title: string;
  readonly content: string;
  readonly format?: 'html' | 'text';
  readonly isDark?: boolean;
  /** Of the mail, in pixels; it is made smaller to fit. Left out: as wide as there is room. */
  readonly mailWidth?: number;
  /** Of the box, in pixels. */
  readonly height: number;
  /** A picture only: neither pointer nor keyboard goes into it. */
  readonly isStill?: boolean;
}

/** A signature as mail programs show it, in a frame that may do nothing. */
export function SignatureFrame(props: SignatureFrameProps) {
  const { title, content, format = 'html', isDark = false, mailWidth, height, isStill = false } = props;
  const styles = useStyles();
  const { i18n } = useTranslation();
  const { box, width } = useWidth();
  const fit = fitOf(width, mailWidth ?? width, height);
  return (
    <div ref={box} className={mergeClasses(styles.box, isDark && styles.dark)} style={{ height }}>
      {width > 0 && (
        <iframe
          title={title}
          sandbox=""
          tabIndex={isStill ? -1 : 0}
          className={mergeClasses(styles.frame, isStill && styles.still)}
          style={fit}
          srcDoc={signatureDocument({ content, format, isDark, language: i18n.language })}
        />
      )}
    </div>
  );
}
