import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    left: '-9999px',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    zIndex: 10,
    ':focus': { left: tokens.spacingHorizontalS, top: tokens.spacingVerticalS },
  },
});

/** The first stop of the keyboard: past everything that is the same on every page. */
export function SkipLink({ children }: { children: string }) {
  const styles = useStyles();
  return (
    <a
      href="#content"
      className={styles.skip}
      onClick={(event) => {
        // The address after # belongs to the router.
        event.preventDefault();
        document.querySelector<HTMLElement>('h1')?.focus();
      }}
    >
      {children}
    </a>
  );
}
