import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useDropSide } from './DropContext.tsx';

const useStyles = makeStyles({
  mark: { position: 'absolute', pointerEvents: 'none', zIndex: 2, backgroundColor: tokens.colorBrandStroke1 },
  flat: { insetInlineStart: 0, insetInlineEnd: 0, height: '3px' },
  upright: { top: 0, bottom: 0, width: '3px' },
  top: { top: '-2px' },
  bottom: { bottom: '-2px' },
  start: { insetInlineStart: '-2px' },
  end: { insetInlineEnd: '-2px' },
  inside: {
    inset: 0,
    backgroundColor: 'transparent',
    outline: `2px solid ${tokens.colorBrandStroke1}`,
    outlineOffset: '-2px',
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Where what is being dragged would land; nothing while it would not land here. The piece around it is its frame. */
export function DropMark({ id, isAcross = false }: { id: string; isAcross?: boolean }) {
  const styles = useStyles();
  const side = useDropSide(id);
  if (side === null) return null;
  if (side === 'inside') return <div className={mergeClasses(styles.mark, styles.inside)} />;
  const edge = isAcross
    ? mergeClasses(styles.upright, side === 'before' ? styles.start : styles.end)
    : mergeClasses(styles.flat, side === 'before' ? styles.top : styles.bottom);
  return <div className={mergeClasses(styles.mark, edge)} />;
}
