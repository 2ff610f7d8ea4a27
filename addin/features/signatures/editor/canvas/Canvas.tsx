import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type CSSProperties, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Composition } from '../../../../../server/src/contract/signatures/composition.ts';
import { FieldPicker } from '../../../../ui/fields/FieldPicker.tsx';
import { withCommandKey } from '../withCommandKey.ts';
import { useEditor } from '../EditorContext.tsx';
import { CanvasContext } from './CanvasContext.ts';
import { CanvasSheet } from './CanvasSheet.tsx';
import { LineToolbar } from './LineToolbar.tsx';
import { useCanvasWork } from './useCanvasWork.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0, position: 'relative' },
  // White in every theme: this is the mail, not the page.
  sheet: {
    position: 'relative',
    overflowX: 'auto',
    padding: '20px 16px 20px 32px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: '#ffffff',
    colorScheme: 'light',
    minHeight: '120px',
    '&[dir="rtl"]': { padding: '20px 32px 20px 16px' },
  },
  hint: { color: tokens.colorNeutralForeground2 },
  picker: {
    position: 'absolute',
    zIndex: 3,
    width: 'min(280px, 100%)',
    padding: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
});

interface Asked {
  readonly id: string;
  /** Within the canvas, in pixels. */
  readonly left: number;
  readonly top: number;
}

/** Where the caret of the window is; in an empty line, where that is. */
function caretBox(): DOMRect | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  return range.getClientRects()[0] ?? range.startContainer.parentElement?.getBoundingClientRect();
}

/** Just under the caret, within a box; at the top of the box where nobody knows. */
function placeOfCaret(box: HTMLElement | null): { left: number; top: number } {
  const caret = caretBox();
  const outer = box?.getBoundingClientRect();
  if (!caret || !outer) return { left: 0, top: 0 };
  const left = Math.max(0, Math.min(caret.left - outer.left, outer.width - 280));
  return { left, top: caret.bottom - outer.top + 4 };
}

const sheetStyle = ({ base }: Composition): CSSProperties => ({
  fontFamily: base.fontFamily,
  fontSize: base.fontSize,
  lineHeight: `${base.lineHeight}px`,
  color: base.color,
});

/** A field to put in where the caret of a line is; Escape goes back to the line. */
function AskedField({ asked, onDone }: { asked: Asked; onDone: (isPicked: boolean) => void }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { values, lineRef } = useEditor();
  const { left, top } = asked;
  return (
    <div className={styles.picker} style={{ left, top }}>
      <FieldPicker
        label={t('line.pickField')}
        value=""
        values={values}
        isOpenAtOnce
        onPick={(field) => {
          lineRef.current?.put({ kind: 'field', field, link: 'auto' });
          onDone(true);
        }}
        onCancel={() => onDone(false)}
      />
    </div>
  );
}

interface CanvasProps {
  readonly composition: Composition;
  /** Pieces that the person shown does not get. */
  readonly ghosts: ReadonlySet<string>;
}

function useAsked(box: RefObject<HTMLDivElement | null>) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = (id: string) => setAsked({ id, ...placeOfCaret(box.current) });
  return { asked, ask, stop: () => setAsked(null) };
}

/** The signature as the person shown has it, written and arranged where it stands. */
export function Canvas({ composition, ghosts }: CanvasProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { isReadOnly } = useEditor();
  const box = useRef<HTMLDivElement>(null);
  const { asked, ask, stop } = useAsked(box);
  const work = useCanvasWork(composition, ghosts, ask);
  return (
    <CanvasContext value={work}>
      <div ref={box} className={styles.root} data-canvas>
        {!isReadOnly && <LineToolbar onAskField={ask} />}
        <div className={styles.sheet} dir={composition.direction} role="group" aria-label={t('canvas.sheet')}>
          <div style={{ ...sheetStyle(composition), maxWidth: composition.width }}>
            <CanvasSheet />
          </div>
          {composition.rows.length === 0 && <Caption1>{t('canvas.nothing')}</Caption1>}
        </div>
        {!isReadOnly && <Caption1 className={styles.hint}>{withCommandKey(t('canvas.hint'))}</Caption1>}
        {asked && (
          <AskedField
            key={asked.id}
            asked={asked}
            onDone={(isPicked) => {
              stop();
              if (!isPicked) work.focus(asked.id);
            }}
          />
        )}
      </div>
    </CanvasContext>
  );
}
