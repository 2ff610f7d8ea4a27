import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: '1fr',
    margin: 0,
    rowGap: tokens.spacingVerticalS,
    '@media (min-width: 520px)': {
      gridTemplateColumns: 'minmax(140px, max-content) 1fr',
      columnGap: tokens.spacingHorizontalXXL,
    },
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    overflowWrap: 'anywhere',
    marginBottom: tokens.spacingVerticalXS,
    '@media (min-width: 520px)': { marginBottom: 0 },
  },
});

interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names with their values; a fact nobody knows is left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ name, value }) => (
          // A div would take each pair out of the two columns.
          <FactRow key={name} name={name} value={value} classes={{ name: styles.name, value: styles.value }} />
        ))}
    </dl>
  );
}

function FactRow({ name, value, classes }: Fact & { classes: { name: string; value: string } }) {
  return (
    <>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>{value}</dd>
    </>
  );
}
