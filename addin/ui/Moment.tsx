import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormats } from '../i18n/useFormats.ts';
import { useNow } from './state/useNow.ts';

const useStyles = makeStyles({
  exact: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  root: { display: 'inline-flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS },
});

/** A moment as one thinks of it, and exactly. */
export function Moment({ iso }: { iso: string }) {
  const styles = useStyles();
  const formats = useFormats();
  const now = useNow();
  return (
    <time dateTime={iso} className={styles.root}>
      <span>{formats.fromNow(iso, now)}</span>
      <span className={styles.exact}>{formats.instant(iso)}</span>
    </time>
  );
}
