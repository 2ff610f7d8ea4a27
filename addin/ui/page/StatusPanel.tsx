import { Badge, Subtitle1, makeStyles, mergeClasses, tokens, type BadgeProps } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Panel } from './Panel.tsx';

export interface StatusLook {
  readonly icon: ReactElement;
  readonly tone: 'good' | 'bad' | 'warn' | 'plain';
  readonly badge: NonNullable<BadgeProps['color']>;
}

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalL },
  icon: {
    display: 'none',
    flexShrink: 0,
    alignSelf: 'flex-start',
    padding: tokens.spacingHorizontalMNudge,
    borderRadius: tokens.borderRadiusXLarge,
    fontSize: '28px',
    '@media (min-width: 520px)': { display: 'flex' },
  },
  plain: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  warn: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground1 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  words: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  text: { margin: 0, maxWidth: '60ch' },
});

interface StatusPanelProps {
  readonly look: StatusLook;
  readonly state: string;
  readonly headline: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A state in one word and one sentence, what it means, and what can be done. */
export function StatusPanel({ look, state, headline, text, children }: StatusPanelProps) {
  const styles = useStyles();
  return (
    <Panel>
      <div className={styles.root}>
        <span className={mergeClasses(styles.icon, styles[look.tone])} aria-hidden>
          {look.icon}
        </span>
        <div className={styles.words}>
          <Badge appearance="tint" color={look.badge} size="large">
            {state}
          </Badge>
          <Subtitle1 as="h2">{headline}</Subtitle1>
          <p className={styles.text}>{text}</p>
          {children}
        </div>
      </div>
    </Panel>
  );
}
