import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1Strong,
  Button,
  Caption1,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useMayDesign } from '../../../api/client/useMayDesign.ts';
import { useDeletedSignatures } from '../../../api/signatures/signatureListApi.ts';
import { useUndeleteSignature } from '../../../api/signatures/signaturesApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Announcement } from '../../../ui/notices/Announcement.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';

const useStyles = makeStyles({
  root: {
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalS,
  },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What can still be brought back; nothing where nothing was deleted. */
export function DeletedSignatures() {
  const { t } = useTranslation('signatures');
  const { day, number } = useFormats();
  const styles = useStyles();
  const mayDesign = useMayDesign();
  const { data, isError, error, refetch } = useDeletedSignatures();
  const undelete = useUndeleteSignature();
  const items = data?.items ?? [];
  return (
    <>
      <Announcement text={undelete.data ? t('deleted.back', { name: undelete.data.name }) : ''} />
      {isError && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {undelete.isError && <ProblemNotice error={undelete.error} />}
      {items.length > 0 && (
        <Accordion collapsible className={styles.root}>
          <AccordionItem value="deleted" data-focus-home tabIndex={-1}>
            <AccordionHeader as="h2" expandIconPosition="end">
              {t('deleted.title', { count: items.length, formatted: number(items.length) })}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              <span className={styles.quiet}>{t('deleted.lead')}</span>
              <ul className={styles.list}>
                {items.map(({ id, name, deletedAt, restorableUntil }) => (
                  <li key={id} className={styles.row}>
                    <span className={styles.words}>
                      <Body1Strong>{name}</Body1Strong>
                      <Caption1 className={styles.quiet}>
                        {t('deleted.when', { deleted: day(deletedAt), until: day(restorableUntil) })}
                      </Caption1>
                    </span>
                    {mayDesign && (
                      <Button
                        size="small"
                        aria-label={t('deleted.restoreNamed', { name })}
                        disabledFocusable={undelete.isPending}
                        onClick={() => undelete.mutate(id)}
                      >
                        {t('deleted.restore')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </>
  );
}
