import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    display: 'block',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
  },
  fill: { display: 'block', height: '100%', backgroundColor: tokens.colorBrandBackground },
  whole: { backgroundColor: tokens.colorPaletteGreenBackground3 },
});

interface ShareBarProps {
  readonly part: number;
  readonly of: number;
}

/** A part of a whole, for the eye alone: whoever shows it says the same in words. */
export function ShareBar({ part, of }: ShareBarProps) {
  const styles = useStyles();
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={mergeClasses(styles.fill, part === of && styles.whole)}
        style={{ width: `${of === 0 ? 100 : (100 * part) / of}%` }}
      />
    </span>
  );
}
