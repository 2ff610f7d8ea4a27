import { Button, Caption1, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredImage } from '../../../server/src/contract/signatures.ts';
import { useUploadImage } from '../../api/imagesApi.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';

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
  const input = useRef<HTMLInputElement>(null);
  const upload = useUploadImage();
  return (
    <div className={styles.root}>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-label={t('image.upload')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be picked again after it was refused.
          event.target.value = '';
          if (file) upload.mutate(file, { onSuccess: onUploaded });
        }}
      />
      <Button
        appearance={appearance}
        disabledFocusable={upload.isPending}
        icon={upload.isPending ? <Spinner size="tiny" /> : null}
        onClick={() => input.current?.click()}
      >
        {t('image.upload')}
      </Button>
      <Caption1 className={styles.hint}>{t('image.kinds')}</Caption1>
      {upload.isError && <ProblemNotice error={upload.error} />}
    </div>
  );
}
