import {
  Button,
  Caption1,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../../server/src/contract/people/selection.ts';
import { MoreRows } from '../../../ui/lists/MoreRows.tsx';
import { omissionText } from '../../../ui/people/scopeText.ts';
import type { MorePages } from '../../../ui/lists/useWindowRows.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalSNudge,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  faint: { color: tokens.colorNeutralForeground2 },
});

interface LeftOutDialogProps {
  readonly people: Estimate['leftOutPeople'];
  readonly more: MorePages;
}

/** Everybody who is picked and all the same left out, with the reason. */
export function LeftOutDialog({ people, more }: LeftOutDialogProps) {
  const { t, i18n } = useTranslation('select');
  const styles = useStyles();
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small">{t('estimate.who')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('estimate.leftOutTitle')}</DialogTitle>
          <DialogContent tabIndex={0}>
            <ul className={styles.list}>
              {people.map(({ id, displayName, userPrincipalName, omission }) => (
                <li key={id} className={styles.row}>
                  <span>
                    <bdi>{displayName}</bdi> <Caption1 className={styles.faint}>{userPrincipalName}</Caption1>
                  </span>
                  <Caption1 className={styles.faint}>{omissionText(i18n, omission)}</Caption1>
                </li>
              ))}
            </ul>
            <MoreRows more={more} />
          </DialogContent>
          <DialogActions>
            {more.hasNextPage && !more.isFetchingNextPage && (
              <Button onClick={() => void more.fetchNextPage()}>{t('estimate.more')}</Button>
            )}
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{t('estimate.close')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
