import { makeStyles, tokens } from '@fluentui/react-components';
import type { PointerEvent } from 'react';
import type { ActivityBucket } from '../../../server/src/contract/sync/sync.ts';
import { barParts, changesOf, pointedIndex } from './barParts.ts';
import { useChartStyles } from './chartStyles.ts';

const height = 96;
/** Room above the bars for the mark of a failure, and for parts drawn higher than they are. */
const head = 12;

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', overflow: 'visible', touchAction: 'pan-y' },
  ground: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', vectorEffect: 'non-scaling-stroke' },
  pointed: { fill: tokens.colorNeutralBackground1Hover },
});

interface ActivityBarsProps {
  readonly buckets: readonly ActivityBucket[];
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
}

/** A bar per day or hour; the mark above one says that a sync failed then. The table says the same in words. */
export function ActivityBars({ buckets, pointed, onPoint }: ActivityBarsProps) {
  const styles = useStyles();
  const chart = useChartStyles();
  const most = Math.max(0, ...buckets.map(changesOf));
  const point = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    onPoint(pointedIndex(clientX - left, width, buckets.length));
  };
  return (
    <svg
      className={styles.picture}
      aria-hidden
      height={height}
      viewBox={`0 0 ${buckets.length} ${height}`}
      preserveAspectRatio="none"
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => onPoint(null)}
    >
      {pointed !== null && <rect className={styles.pointed} x={pointed} y={0} width={1} height={height} />}
      {buckets.map((bucket, index) => (
        <g key={bucket.at}>
          {bucket.failed > 0 && <rect className={chart.failed} x={index + 0.15} y={0} width={0.7} height={5} />}
          {barParts(bucket, most, height - head).map((part) => (
            <rect
              key={part.kind}
              className={chart[part.kind]}
              x={index + 0.15}
              width={0.7}
              y={height - part.from - part.height}
              height={part.height}
            />
          ))}
        </g>
      ))}
      <line className={styles.ground} x1={0} x2={buckets.length} y1={height} y2={height} />
    </svg>
  );
}
