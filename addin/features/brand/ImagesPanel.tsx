import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { StoredImage } from '../../../server/src/contract/signatures/signatures.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useMayDesign } from '../../api/client/useMayDesign.ts';
import { useDeleteImage, useImages } from '../../api/signatures/imagesApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { imageUrl, weightText } from '../../ui/images/imageUrl.ts';
import { UploadButton } from '../../ui/images/UploadButton.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { usesOf } from './usesOf.ts';
import { useShownDesigns } from './useShownDesigns.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  image: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  picture: { width: '100%', height: '96px', objectFit: 'contain', backgroundColor: '#ffffff' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface ImageCardProps {
  readonly image: StoredImage;
  readonly uses: readonly string[];
  /** Null for those who may only look. */
  readonly onDelete: ((id: string) => void) | null;
}

function ImageCard({ image, uses, onDelete }: ImageCardProps) {
  const { t, i18n } = useTranslation('brand');
  const { list } = useFormats();
  const styles = useStyles();
  const { tenantId } = useSession();
  const name = image.name === '' ? t('image.unnamed') : image.name;
  return (
    <li className={styles.image}>
      <img src={imageUrl(tenantId, image.id)} alt="" className={styles.picture} loading="lazy" />
      <span className={styles.name} title={name}>
        {name}
      </span>
      <Caption1 className={styles.quiet}>
        {t('image.facts', {
          width: image.width,
          height: image.height,
          weight: weightText(image.bytes, i18n.language),
        })}
      </Caption1>
      <Caption1 className={styles.quiet}>
        {uses.length === 0 ? t('image.unused') : t('image.used', { list: list(uses) })}
      </Caption1>
      {onDelete && uses.length === 0 && (
        <span>
          <ConfirmDialog
            trigger={<Button size="small">{t('image.delete')}</Button>}
            title={t('image.deleteTitle', { name })}
            text={t('image.deleteText')}
            confirm={t('image.delete')}
            cancel={t('common:cancel')}
            onConfirm={() => onDelete(image.id)}
          />
        </span>
      )}
    </li>
  );
}

/** The pictures that signatures can show: how heavy each is, and which drafts show it. */
export function ImagesPanel({ logo }: { logo: string | null }) {
  const { t } = useTranslation('brand');
  const styles = useStyles();
  const mayDesign = useMayDesign();
  const images = useImages();
  const remove = useDeleteImage();
  const designs = useShownDesigns();
  const items = images.data?.items ?? [];
  return (
    <Panel title={t('images')} aside={mayDesign ? <UploadButton onUploaded={() => undefined} /> : undefined}>
      {images.isError && <ProblemNotice error={images.error} onRetry={() => void images.refetch()} />}
      {remove.isError && <ProblemNotice error={remove.error} />}
      {images.isPending && <RowSkeletons />}
      {images.data && items.length === 0 && <span>{t('image.none')}</span>}
      <ul className={styles.list}>
        {items.map((image) => (
          <ImageCard
            key={image.id}
            image={image}
            uses={[...(logo === image.id ? [t('logo')] : []), ...usesOf(image.id, designs)]}
            onDelete={mayDesign ? (id) => remove.mutate(id) : null}
          />
        ))}
      </ul>
    </Panel>
  );
}
