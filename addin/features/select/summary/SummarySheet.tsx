import {
  Button,
  Drawer,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  foot: {
    position: 'sticky',
    bottom: tokens.spacingVerticalS,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  open: { backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow8 },
  parts: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalXXL,
  },
});

interface SummarySheetProps {
  /** How many people are picked; null while nobody knows. */
  readonly count: string | null;
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

/** In a narrow pane the list comes first; what is picked lies in a sheet, one button away from wherever one has scrolled. */
export function SummarySheet({ count, bar, children }: SummarySheetProps) {
  const { t } = useTranslation('select');
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className={styles.foot} data-foot="">
        <Button size="small" className={styles.open} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
          {count ?? t('sheet.open')}
        </Button>
        {bar}
      </div>
      <Drawer
        type="overlay"
        position="bottom"
        size="large"
        open={isOpen}
        onOpenChange={(_, { open }) => setIsOpen(open)}
        aria-label={t('sheet.title')}
      >
        <DrawerHeader>
          <DrawerHeaderTitle action={<Button onClick={() => setIsOpen(false)}>{t('sheet.close')}</Button>}>
            {t('sheet.title')}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <div className={styles.parts}>{children}</div>
        </DrawerBody>
      </Drawer>
    </>
  );
}
