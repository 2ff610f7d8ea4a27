import type { PointerEvent, ReactNode } from 'react';
import { useChartStyles } from './chartStyles.ts';
import { pointedIndex } from './pointedIndex.ts';

export interface Pointing {
  readonly pointed: number | null;
  readonly onPoint: (index: number | null) => void;
}

interface ChartPictureProps extends Pointing {
  readonly name: string;
  readonly most: string;
  readonly label: string;
  readonly slots: number;
  readonly height: number;
  readonly children: ReactNode;
}

/** Fewer runs than this leave room for those to come, instead of bars as wide as houses. */
const fewestSlots = 12;

/** The frame of one strip: its name, its highest value, and which run is pointed at. A slot is one unit wide. */
export function ChartPicture({ name, most, label, height, pointed, onPoint, children, ...rest }: ChartPictureProps) {
  const slots = Math.max(fewestSlots, rest.slots);
  const styles = useChartStyles();
  const point = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const index = pointedIndex(clientX - left, width, slots);
    onPoint(index !== null && index < rest.slots ? index : null);
  };
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.head}>
        <span>{name}</span>
        <span>{most}</span>
      </figcaption>
      <svg
        className={styles.picture}
        role="img"
        aria-label={label}
        height={height}
        viewBox={`0 0 ${slots} ${height}`}
        preserveAspectRatio="none"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => onPoint(null)}
      >
        {pointed !== null && <rect className={styles.pointed} x={pointed} y={0} width={1} height={height} />}
        {children}
        <line className={styles.ground} x1={0} x2={slots} y1={height} y2={height} />
      </svg>
    </figure>
  );
}
