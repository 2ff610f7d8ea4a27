import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '../icons.ts';
import { RouterButton } from '../buttons/RouterButton.tsx';
import { useIsWide } from '../window/useIsWide.ts';

const useStyles = makeStyles({
  link: { alignSelf: 'flex-start', marginInlineStart: '-8px', marginBottom: `calc(-1 * ${tokens.spacingVerticalM})` },
});

/** The way back to the list a page belongs to; where there is room, the path above the page says it. */
export function BackLink({ to, children }: { to: string; children: string }) {
  const styles = useStyles();
  if (useIsWide(1024)) return null;
  return (
    <RouterButton to={to} appearance="subtle" size="small" icon={<ChevronLeftRegular />} className={styles.link}>
      {children}
    </RouterButton>
  );
}
