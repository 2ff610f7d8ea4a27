import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { blockIcons, columnIcon, rowIcon } from '../pieceIcons.tsx';
import { DropMark } from '../drag/DropMark.tsx';
import { useDraggable } from '../drag/useDraggable.ts';
import { useDropTarget } from '../drag/useDropTarget.ts';
import { useEditor } from '../EditorContext.tsx';
import type { Placed } from '../model/pieces/outlineOf.ts';
import { usePieceActions } from '../usePieceActions.ts';
import { pieceText } from './pieceText.ts';
import { visiblePieces, type VisiblePiece } from './visiblePieces.ts';

const useStyles = makeStyles({
  tree: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none', minWidth: 0 },
  item: {
    display: 'flex',
    position: 'relative',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '30px',
    minWidth: 0,
    boxSizing: 'border-box',
    paddingRight: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& svg': { fontSize: '16px', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  },
  current: { backgroundColor: tokens.colorBrandBackground2, '& svg': { color: tokens.colorBrandForeground2 } },
  ghost: { border: `1px dashed ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground3 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  words: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  kind: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
});

function icon(placed: Placed) {
  if (placed.level === 'row') return rowIcon;
  return placed.level === 'column' ? columnIcon : blockIcons[placed.piece.kind];
}

interface OutlineProps {
  /** Pieces that the person shown does not get. */
  readonly ghosts: ReadonlySet<string>;
}

/** Where the keyboard goes from here; null: nowhere. */
function targetOf(key: string, at: number, pieces: readonly Placed[]): string | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: pieces.length - 1,
  };
  const to = moves[key];
  return to === undefined ? null : (pieces[to]?.id ?? null);
}

interface OutlineItemProps {
  readonly placed: VisiblePiece;
  readonly isGhost: boolean;
  readonly isFocusable: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One piece: clicked, walked to, dragged, and dropped on. */
function OutlineItem({ placed, isGhost, isFocusable, onKeyDown }: OutlineItemProps) {
  const { t, i18n } = useTranslation('editor');
  const styles = useStyles();
  const { selectedId, select, open, isReadOnly } = useEditor();
  const { labelOf } = useFieldCatalogue();
  const element = useRef<HTMLDivElement>(null);
  const { id, shownDepth } = placed;
  const { kind, words } = pieceText(i18n, placed, labelOf);
  const isCurrent = id === selectedId;
  useDraggable({ piece: id }, { element, isOff: isReadOnly });
  useDropTarget(id, element);
  return (
    <div
      ref={element}
      role="treeitem"
      data-piece={id}
      aria-level={shownDepth + 1}
      aria-selected={isCurrent}
      tabIndex={isFocusable ? 0 : -1}
      className={mergeClasses(styles.item, isGhost && styles.ghost, isCurrent && styles.current)}
      style={{ paddingLeft: 8 + shownDepth * 16 }}
      onClick={() => open(id)}
      onFocus={() => select(id)}
      onKeyDown={onKeyDown}
    >
      {icon(placed)}
      <span className={styles.words}>
        {words === '' ? kind : words}
        {isGhost && <span className={styles.hidden}>{` (${t('outline.ghost')})`}</span>}
      </span>
      {words !== '' && <Caption1 className={styles.kind}>{kind}</Caption1>}
      <DropMark id={id} />
    </div>
  );
}

/** Every row and block as a tree; the whole of it is one stop of the Tab key. */
export function Outline({ ghosts }: OutlineProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { composition, selectedId, select, open } = useEditor();
  const actions = usePieceActions();
  const tree = useRef<HTMLDivElement>(null);
  if (!composition) return null;
  const pieces = visiblePieces(composition);
  const focusable = pieces.some(({ id }) => id === selectedId) ? selectedId : pieces[0]?.id;
  const focus = (id: string) => tree.current?.querySelector<HTMLElement>(`[data-piece="${id}"]`)?.focus();
  const onKeyDown = (event: KeyboardEvent, placed: VisiblePiece) => {
    const act = event.altKey ? actions.byAltKey[event.key] : actions.byKey[event.key];
    const target = event.altKey ? null : targetOf(event.key, pieces.indexOf(placed), pieces);
    if (!act && target === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Enter') return open(placed.id);
    if (act) return act(placed.id);
    select(target);
    if (target !== null) focus(target);
  };
  return (
    <div ref={tree} role="tree" aria-label={t('outline.label')} className={styles.tree}>
      {pieces.map((placed) => {
        const isFocusable = placed.id === focusable;
        return (
          <OutlineItem
            key={placed.id}
            placed={placed}
            isGhost={ghosts.has(placed.id)}
            isFocusable={isFocusable}
            onKeyDown={(event) => onKeyDown(event, placed)}
          />
        );
      })}
    </div>
  );
}
