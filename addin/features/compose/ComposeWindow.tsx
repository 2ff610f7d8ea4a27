import { Divider, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AttachRegular,
  DismissRegular,
  ImageRegular,
  LinkRegular,
  MaximizeRegular,
  SendFilled,
  SignatureRegular,
  SubtractRegular,
  TextBoldRegular,
  TextItalicRegular,
  TextUnderlineRegular,
} from './composeIcons.ts';
import { MailFrame } from '../../ui/signature/MailFrame.tsx';

const useStyles = makeStyles({
  window: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow16,
  },
  title: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  subject: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  ribbon: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground2,
  },
  separator: { flexGrow: 0, height: '20px' },
  send: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  fields: { display: 'flex', flexDirection: 'column', paddingInline: tokens.spacingHorizontalM },
  field: {
    display: 'grid',
    gridTemplateColumns: '84px minmax(0, 1fr)',
    '@media (max-width: 239px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '40px',
    paddingBlock: tokens.spacingVerticalXXS,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  /** The field inside draws its own line. */
  bare: { borderBottomStyle: 'none' },
  label: { color: tokens.colorNeutralForeground2 },
  value: { overflowWrap: 'anywhere' },
  body: { display: 'block', width: '100%', height: '420px', border: 'none' },
});

/** A picture of Outlook's ribbon: nothing in it works, so neither keyboard nor screen reader is led into it. */
function Ribbon() {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  return (
    <div className={styles.ribbon} aria-hidden>
      <span className={styles.send}>
        <SendFilled />
        {t('window.send')}
      </span>
      <Divider vertical className={styles.separator} />
      <TextBoldRegular />
      <TextItalicRegular />
      <TextUnderlineRegular />
      <Divider vertical className={styles.separator} />
      <AttachRegular />
      <LinkRegular />
      <ImageRegular />
      <SignatureRegular />
    </div>
  );
}

interface ComposeWindowProps {
  readonly to: string;
  readonly subject: string;
  /** The From field, with the id its label points to. */
  readonly from: ReactNode;
  readonly fromId: string;
  /** The mail as a document; it is shown in a frame that may do nothing. */
  readonly document: string;
}

/** Looks like Outlook's own window for writing a mail. */
export function ComposeWindow({ to, subject, from, fromId, document }: ComposeWindowProps) {
  const { t } = useTranslation('compose');
  const styles = useStyles();
  return (
    <section className={styles.window} aria-label={t('window.label')}>
      <div className={styles.title} aria-hidden>
        <span className={styles.subject}>{subject}</span>
        <SubtractRegular />
        <MaximizeRegular />
        <DismissRegular />
      </div>
      <Ribbon />
      <div className={styles.fields}>
        <div className={mergeClasses(styles.field, styles.bare)}>
          <label className={styles.label} htmlFor={fromId}>
            {t('from.label')}
          </label>
          {from}
        </div>
        <div className={styles.field}>
          <Text className={styles.label}>{t('window.to')}</Text>
          <Text className={styles.value}>{to}</Text>
        </div>
        <div className={styles.field}>
          <Text className={styles.label}>{t('window.subject')}</Text>
          <Text weight="semibold" className={styles.value}>
            {subject}
          </Text>
        </div>
      </div>
      <MailFrame className={styles.body} title={t('window.body')} sandbox="" document={document} />
    </section>
  );
}
