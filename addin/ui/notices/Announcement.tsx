import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: '-1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Text that only a screen reader says, whenever it changes. */
export function Announcement({ text }: { text: string }) {
  const styles = useStyles();
  return (
    <span role="status" className={styles.hidden}>
      {text}
    </span>
  );
}
