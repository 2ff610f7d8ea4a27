import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { StoredImage } from '../../../server/src/contract/signatures/signatures.ts';
import { useUploadImage } from '../../api/signatures/imagesApi.ts';
import { FileButton } from '../buttons/FileButton.tsx';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface UploadButtonProps {
  readonly onUploaded: (image: StoredImage) => void;
  readonly appearance?: 'primary' | 'secondary';
}

/** Uploads a picture from this device. */
export function UploadButton({ onUploaded, appearance = 'secondary' }: UploadButtonProps) {
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const upload = useUploadImage();
  return (
    <div className={styles.root}>
      <FileButton
        text={t('image.upload')}
        accept="image/png,image/jpeg,image/gif,image/webp"
        isBusy={upload.isPending}
        appearance={appearance}
        onChosen={(file) => upload.mutate(file, { onSuccess: onUploaded })}
      />
      <Caption1 className={styles.hint}>{t('image.kinds')}</Caption1>
      {upload.isError && <ProblemNotice error={upload.error} />}
    </div>
  );
}
