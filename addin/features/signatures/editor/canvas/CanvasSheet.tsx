import { makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import type { CompositionRow } from '../../../../../server/src/contract/signatures/composition.ts';
import { DropMark } from '../drag/DropMark.tsx';
import { useDropTarget } from '../drag/useDropTarget.ts';
import { CanvasBlock } from './CanvasBlock.tsx';
import { CanvasColumns } from './CanvasColumns.tsx';
import { useCanvas } from './CanvasContext.ts';

const useStyles = makeStyles({ row: { position: 'relative', minWidth: 0 } });

function CanvasRow({ row, isFirst }: { row: CompositionRow; isFirst: boolean }) {
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  useDropTarget(row.id, element);
  return (
    <div ref={element} className={styles.row} style={{ paddingTop: isFirst ? 0 : row.gap }}>
      <CanvasColumns columns={row.columns} Block={CanvasBlock} />
      <DropMark id={row.id} />
    </div>
  );
}

/** The rows of the signature. */
export function CanvasSheet() {
  const { composition } = useCanvas();
  return composition.rows.map((row, at) => <CanvasRow key={row.id} row={row} isFirst={at === 0} />);
}
