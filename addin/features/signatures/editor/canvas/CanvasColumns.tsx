import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, type ComponentType, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompositionBlock, CompositionColumn } from '../../../../../server/src/contract/signatures/composition.ts';
import { useDropTarget } from '../drag/useDropTarget.ts';
import { DropMark } from '../drag/DropMark.tsx';
import { columnStyle } from './canvasStyle.ts';
import { useCanvas } from './CanvasContext.ts';

type Columns = readonly CompositionColumn[];

/** Draws a block. Handed down, because a block may hold columns itself. */
export type BlockView = ComponentType<{ block: CompositionBlock; align: CompositionColumn['align'] }>;

const useStyles = makeStyles({
  columns: { display: 'flex', minWidth: 0 },
  column: { position: 'relative', display: 'flex', flexDirection: 'column', minWidth: 0, boxSizing: 'content-box' },
  empty: {
    minHeight: '24px',
    minWidth: '80px',
    padding: '0 6px',
    border: '1px dashed #8a8a8a',
    borderRadius: '4px',
    color: '#616161',
    fontSize: tokens.fontSizeBase200,
  },
});

interface ColumnProps {
  readonly column: CompositionColumn;
  readonly box: CSSProperties;
  readonly Block: BlockView;
}

function CanvasColumn({ column, box, Block }: ColumnProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  useDropTarget(column.id, element, true);
  return (
    <div ref={element} className={styles.column} style={box}>
      {column.blocks.map((block) => (
        <Block key={block.id} block={block} align={column.align} />
      ))}
      {column.blocks.length === 0 && <span className={styles.empty}>{t('canvas.emptyColumn')}</span>}
      <DropMark id={column.id} isAcross />
    </div>
  );
}

/** Columns side by side, of a row or a group. */
export function CanvasColumns({ columns, Block }: { columns: Columns; Block: BlockView }) {
  const styles = useStyles();
  const { composition } = useCanvas();
  return (
    <div className={styles.columns}>
      {columns.map((column, at) => (
        <CanvasColumn
          key={column.id}
          column={column}
          box={columnStyle(columns, at, composition.direction)}
          Block={Block}
        />
      ))}
    </div>
  );
}
