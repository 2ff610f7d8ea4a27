import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../ui/buttons/CopyField.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    minWidth: 0,
  },
  text: { margin: 0 },
  done: { alignSelf: 'flex-start' },
});

interface SecretNoticeProps {
  readonly label: string;
  readonly text: string;
  readonly secret: string;
  readonly onDone: () => void;
}

/** Something that is shown this once: to be copied before it goes. */
export function SecretNotice({ label, text, secret, onDone }: SecretNoticeProps) {
  const { t } = useTranslation('integrations');
  const styles = useStyles();
  return (
    <div className={styles.root} role="status">
      <p className={styles.text}>{text}</p>
      <CopyField label={label} value={secret} copy={t('copy')} copied={t('copied')} />
      <Button className={styles.done} appearance="primary" onClick={onDone}>
        {t('kept')}
      </Button>
    </div>
  );
}
