import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { arrive } from './arrival.ts';
import { showTitle } from './pageTitle.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingVerticalM,
  },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: {
    ...typographyStyles.title3,
    margin: 0,
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    textAlign: 'left',
    '@media (min-width: 640px)': typographyStyles.title2,
  },
  lead: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    margin: 0,
    maxWidth: '65ch',
    textWrap: 'pretty',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface PageProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** A page with its heading, which takes the focus on navigation so that a screen reader says where one is. */
export function Page({ title, lead, actions, before, children }: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrive()) heading.current?.focus();
  }, []);
  useEffect(() => {
    showTitle(title);
  }, [title]);
  return (
    <div className={styles.page}>
      {before}
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 tabIndex={-1} ref={heading} className={styles.title} dir="auto">
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
