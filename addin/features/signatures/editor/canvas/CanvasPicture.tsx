import { makeStyles } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { useSession } from '../../../../api/client/ApiContext.tsx';
import { imageUrl } from '../../../../ui/images/imageUrl.ts';
import { useEditor } from '../EditorContext.tsx';

type Of<K extends CompositionBlock['kind']> = Extract<CompositionBlock, { kind: K }>;
type Shown = Exclude<CompositionBlock, { kind: 'text' | 'group' }>;

const useStyles = makeStyles({
  image: { display: 'block', maxWidth: '100%' },
  missing: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    textAlign: 'center',
    boxSizing: 'border-box',
    maxWidth: '100%',
    border: '1px dashed #8a8a8a',
    color: '#616161',
    fontSize: '12px',
    lineHeight: '16px',
  },
  icons: { display: 'flex', flexWrap: 'wrap' },
  code: {
    padding: '4px 8px',
    border: '1px dashed #8a8a8a',
    borderRadius: '4px',
    color: '#424242',
    fontFamily: 'Consolas, "Courier New", monospace',
    fontSize: '12px',
    lineHeight: '16px',
    maxHeight: '64px',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  space: { backgroundImage: 'repeating-linear-gradient(135deg, #00000014 0 4px, transparent 4px 8px)' },
  legal: { whiteSpace: 'pre-line' },
});

/** Where the picture of a block comes from for the person shown; null: there is none. */
function useAddress(block: Of<'image' | 'banner'>): string | null {
  const { tenantId } = useSession();
  const { brand, photos } = useEditor();
  if (block.kind === 'banner') return imageUrl(tenantId, block.imageId);
  const { source } = block;
  if (source.kind === 'photo') return photos[source.of];
  const id = source.kind === 'upload' ? source.imageId : brand.logo;
  return id === null ? null : imageUrl(tenantId, id);
}

function Picture({ block }: { block: Of<'image' | 'banner'> }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const address = useAddress(block);
  const photo = block.kind === 'image' && block.source.kind === 'photo' ? block : null;
  const height = block.kind === 'image' ? block.height : null;
  const isRound = photo?.shape === 'round';
  const size: CSSProperties = {
    width: block.width,
    height: height ?? (photo ? block.width : 'auto'),
    ...(isRound ? { borderRadius: '50%' } : {}),
  };
  if (address === null) {
    const words = block.kind === 'image' ? t(`source.${block.source.kind}`) : t('block.banner');
    return (
      <div className={styles.missing} style={{ ...size, minHeight: 24 }}>
        {words}
      </div>
    );
  }
  // Said by the piece around it.
  return <img className={styles.image} src={address} alt="" style={size} draggable={false} />;
}

/** The one that was drawn last stays until the one for what is being chosen is here. */
function QrCode({ block: { id, size } }: { block: Of<'qrCode'> }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const address = useEditor().codes[id];
  const sides: CSSProperties = { width: size, height: size };
  if (address === undefined) {
    return (
      <div className={styles.missing} style={sides}>
        {t('block.qrCode')}
      </div>
    );
  }
  return <img className={styles.image} src={address} alt="" style={sides} draggable={false} />;
}

function Icons({ block }: { block: Of<'social'> }) {
  const styles = useStyles();
  const { values } = useEditor();
  const { size, gap, color, items } = block;
  return (
    <div className={styles.icons} style={{ gap }}>
      {items.map(({ network, href }, at) => (
        <img
          key={at}
          src={`/images/icons/${network}-${color.slice(1)}-${size * 2}.png`}
          alt=""
          draggable={false}
          width={size}
          height={size}
          style={{ opacity: href.kind === 'field' && !values.has(href.field) ? 0.35 : 1 }}
        />
      ))}
    </div>
  );
}

/** What a block other than a line looks like. */
// oxlint-disable-next-line complexity -- one line for each kind there is
export function CanvasPicture({ block }: { block: Shown }) {
  const styles = useStyles();
  switch (block.kind) {
    case 'image':
    case 'banner':
      return <Picture block={block} />;
    case 'qrCode':
      return <QrCode block={block} />;
    case 'social':
      return <Icons block={block} />;
    case 'divider':
      return (
        <div style={{ height: block.thickness, width: block.width ?? '100%', minWidth: 8, background: block.color }} />
      );
    case 'spacer':
      return <div className={styles.space} style={{ height: block.height, minWidth: 24 }} />;
    case 'button':
      return (
        <span
          style={{
            ...{ display: 'inline-block', padding: '8px 16px', fontWeight: 'bold' },
            ...{ background: block.background, color: block.color },
          }}
        >
          {block.text.default}
        </span>
      );
    case 'legal':
      return <div className={styles.legal}>{block.text.default}</div>;
    case 'html':
      return <div className={styles.code}>{block.html.slice(0, 400)}</div>;
  }
}
