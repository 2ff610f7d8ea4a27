import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type CSSProperties, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Composition, CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { ReOrderDotsVerticalRegular } from '../../signatureIcons.ts';
import { DropMark } from '../drag/DropMark.tsx';
import { useDraggable } from '../drag/useDraggable.ts';
import { useDropTarget } from '../drag/useDropTarget.ts';
import { useEditor } from '../EditorContext.tsx';
import { useCanvas } from './CanvasContext.ts';
import { CanvasLine } from './CanvasLine.tsx';
import { CanvasColumns } from './CanvasColumns.tsx';
import { CanvasPicture } from './CanvasPicture.tsx';
import { textStyle } from './canvasStyle.ts';
import { CanvasThing } from './CanvasThing.tsx';

const useStyles = makeStyles({
  block: {
    position: 'relative',
    borderRadius: '2px',
    minWidth: 0,
    ':hover': { outline: `1px solid ${tokens.colorBrandStroke2}`, outlineOffset: '2px' },
    ':hover > [data-handle]': { opacity: 1 },
    ':focus-within > [data-handle]': { opacity: 1 },
  },
  selected: {
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: '2px',
    ':hover': { outline: `2px solid ${tokens.colorBrandStroke1}` },
    '& > [data-handle]': { opacity: 1 },
    // A line that was left remembers what was chosen in it, and shows it only when one is back.
    '& .ProseMirror-selectednode': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '1px' },
  },
  ghost: { opacity: 0.55, outline: '1px dashed #8a8a8a', outlineOffset: '1px' },
  handle: {
    position: 'absolute',
    insetInlineStart: '-24px',
    top: '50%',
    transform: 'translateY(-50%)',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '20px',
    height: '24px',
    borderRadius: tokens.borderRadiusMedium,
    color: '#424242',
    backgroundColor: '#ffffff',
    boxShadow: '0 0 0 1px #d1d1d1',
    cursor: 'grab',
    opacity: 0,
    zIndex: 1,
    '& svg': { fontSize: '16px' },
  },
});

type Block = CompositionBlock;
type Align = Composition['rows'][number]['columns'][number]['align'];

function Handle({ handle }: { handle: RefObject<HTMLSpanElement | null> }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  // For the pointer: by keyboard a piece moves with Alt and the arrows.
  return (
    <span ref={handle} data-handle aria-hidden title={t('canvas.drag')} className={styles.handle}>
      <ReOrderDotsVerticalRegular />
    </span>
  );
}

function Content({ block }: { block: Block }) {
  if (block.kind === 'text') return <CanvasLine block={block} />;
  if (block.kind === 'group') return <CanvasColumns columns={block.columns} Block={CanvasBlock} />;
  return (
    <CanvasThing block={block}>
      <CanvasPicture block={block} />
    </CanvasThing>
  );
}

/** A block on the canvas: to be chosen, dragged, and written in. */
export function CanvasBlock({ block, align }: { block: Block; align: Align }) {
  const styles = useStyles();
  const { selectedId, isReadOnly } = useEditor();
  const { composition, ghosts } = useCanvas();
  const element = useRef<HTMLDivElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const isWhole = block.kind !== 'text' && block.kind !== 'group';
  useDropTarget(block.id, element);
  useDraggable({ piece: block.id }, { element, isOff: isReadOnly, ...(isWhole ? {} : { handle }) });
  const own: CSSProperties =
    align === 'left' || block.kind === 'text' ? {} : { alignSelf: align === 'right' ? 'flex-end' : 'center' };
  return (
    <div
      ref={element}
      className={mergeClasses(
        styles.block,
        ghosts.has(block.id) && styles.ghost,
        selectedId === block.id && styles.selected,
      )}
      style={{ ...textStyle(block, composition.base), ...own }}
    >
      {!isReadOnly && <Handle handle={handle} />}
      <Content block={block} />
      <DropMark id={block.id} />
    </div>
  );
}
