import { MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useIsWide } from '../window/useIsWide.ts';

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS, flexShrink: 0 },
  // Longer words take another line; nothing is cut.
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere', minWidth: 0, paddingBlock: tokens.spacingVerticalXS },
});

interface ActionNoticeProps {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Said by a screen reader when it appears. */
  readonly role?: 'status';
}

/** A sentence and what to do about it: beside each other where there is room. */
export function ActionNotice({ intent, children, action, role }: ActionNoticeProps) {
  const styles = useStyles();
  const isWide = useIsWide(640);
  return (
    <MessageBar
      intent={intent}
      layout={isWide ? 'singleline' : 'multiline'}
      className={styles.bar}
      {...(role && { role })}
    >
      <MessageBarBody className={styles.body}>{children}</MessageBarBody>
      {action !== undefined && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  );
}
