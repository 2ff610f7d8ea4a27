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
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredImage } from '../../../server/src/contract/signatures/signatures.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useImages } from '../../api/signatures/imagesApi.ts';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { imageUrl, weightText } from './imageUrl.ts';
import { UploadButton } from './UploadButton.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(120px, 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  choice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    height: 'auto',
    padding: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  picture: { width: '100%', height: '72px', objectFit: 'contain', backgroundColor: '#ffffff' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 'normal' },
});

interface ImageChooserProps {
  readonly trigger: ReactElement;
  readonly title: string;
  readonly onChoose: (image: StoredImage) => void;
}

function Images({ onChoose }: { onChoose: (image: StoredImage) => void }) {
  const { t, i18n } = useTranslation('inputs');
  const styles = useStyles();
  const { tenantId } = useSession();
  const images = useImages();
  if (images.isError) return <ProblemNotice error={images.error} onRetry={() => void images.refetch()} />;
  const items = images.data?.items ?? [];
  if (images.data && items.length === 0) return <Caption1>{t('image.none')}</Caption1>;
  return (
    <ul className={styles.grid}>
      {items.map((image) => (
        <li key={image.id}>
          <Button className={styles.choice} onClick={() => onChoose(image)}>
            <img src={imageUrl(tenantId, image.id)} alt="" className={styles.picture} />
            <Caption1 className={styles.name}>{image.name === '' ? t('image.unnamed') : image.name}</Caption1>
            <Caption1 className={styles.name}>{weightText(image.bytes, i18n.language)}</Caption1>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Chooses among the uploaded images, or uploads another. */
export function ImageChooser({ trigger, title, onChoose }: ImageChooserProps) {
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const choose = (image: StoredImage) => {
    setIsOpen(false);
    onChoose(image);
  };
  return (
    <Dialog open={isOpen} onOpenChange={(_event, { open }) => setIsOpen(open)}>
      <DialogTrigger disableButtonEnhancement>{trigger}</DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            <UploadButton onUploaded={choose} />
            {isOpen && <Images onChoose={choose} />}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('common:cancel')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
