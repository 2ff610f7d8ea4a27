import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { GalleryItem } from '../../../../server/src/contract/signatures/signatures.ts';
import { useGallery } from '../../../api/signatures/signaturesApi.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { Loaded } from '../../../ui/page/Loaded.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { useCardStyles } from '../shared/cardStyles.ts';
import { SignaturePicture } from '../shared/SignaturePicture.tsx';
import { useSeen } from './useSeen.ts';
import { useStartSignature } from './useStartSignature.ts';

interface GalleryCardProps {
  readonly item: GalleryItem;
  readonly isStarting: boolean;
  readonly onStart: (name: string) => void;
}

function GalleryCard({ item, isStarting, onStart }: GalleryCardProps) {
  const { t, i18n } = useTranslation('signatures');
  const styles = useCardStyles();
  const { ref, isSeen } = useSeen<HTMLLIElement>();
  const key = `signatures:gallery.${item.key}`;
  const name = i18n.exists(key) ? t(key) : item.key;
  return (
    <li ref={ref} className={styles.card}>
      <SignaturePicture name={name} design={isSeen ? item.design : undefined} />
      <div className={styles.words}>
        <h2 className={styles.name}>{name}</h2>
        <Button
          size="small"
          aria-label={t('galleryPage.useNamed', { name })}
          disabledFocusable={isStarting}
          onClick={() => onStart(name)}
        >
          {t('galleryPage.use')}
        </Button>
      </div>
    </li>
  );
}

/** Designs to start from, in the brand and with the data of the tenant. */
export function GalleryPage() {
  const { t } = useTranslation('signatures');
  const styles = useCardStyles();
  const gallery = useGallery();
  const { start, isStarting, problem } = useStartSignature();
  const lead = (
    <>
      {t('galleryPage.lead')} <RouterLink to="/brand">{t('galleryPage.brand')}</RouterLink>
    </>
  );
  return (
    <Page title={t('galleryPage.title')} lead={lead} before={<BackLink to="/signatures">{t('title')}</BackLink>}>
      {problem !== null && <ProblemNotice error={problem} />}
      <Loaded query={gallery}>
        {(data) => (
          <ul className={styles.grid} aria-label={t('galleryPage.title')}>
            {data.items.map((item) => (
              <GalleryCard
                key={item.key}
                item={item}
                isStarting={isStarting}
                onStart={(name) => start(name, item.design)}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}
