import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { ChoiceField } from '../../../../ui/inputs/ChoiceField.tsx';
import { ColorField } from '../../../../ui/inputs/ColorField.tsx';
import { NumberField } from '../../../../ui/inputs/NumberField.tsx';
import { useEditor } from '../EditorContext.tsx';
import { moved } from '../model/pieces/editLists.ts';
import type { BlockProps } from './blockProps.ts';
import { LinkToFields } from './LinkToFields.tsx';
import { PropertyGrid } from './PropertyGrid.tsx';

type SocialBlock = Extract<CompositionBlock, { kind: 'social' }>;
type Item = SocialBlock['items'][number];

const homes: Readonly<Record<Item['network'], string>> = {
  linkedin: 'https://www.linkedin.com/',
  x: 'https://x.com/',
  facebook: 'https://www.facebook.com/',
  instagram: 'https://www.instagram.com/',
  youtube: 'https://www.youtube.com/',
  github: 'https://github.com/',
  mastodon: 'https://mastodon.social/',
  bluesky: 'https://bsky.app/',
  whatsapp: 'https://wa.me/',
  website: 'https://www.example.com/',
};
const networks: readonly Item['network'][] = [
  ...(['linkedin', 'x', 'facebook', 'instagram', 'youtube', 'github', 'mastodon', 'bluesky', 'whatsapp'] as const),
  'website',
];

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** Icons of networks, each with an address. */
export function SocialFields({ block, onChange }: BlockProps<SocialBlock>) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { isReadOnly, brand } = useEditor();
  const { items } = block;
  const change = (next: Item[]) => onChange({ ...block, items: next });
  const home = (network: Item['network']) =>
    network === 'website' && brand.website !== '' ? brand.website : homes[network];
  return (
    <>
      <ul className={styles.list}>
        {items.map((item, at) => (
          <li key={at} className={styles.item}>
            <ChoiceField
              label={t('social.network')}
              value={item.network}
              disabled={isReadOnly}
              choices={networks.map((value) => ({ value, text: t(`network.${value}`) }))}
              onChange={(network) =>
                change(
                  items.map((other, index) =>
                    index === at ? { network, href: { kind: 'url', url: home(network) } } : other,
                  ),
                )
              }
            />
            <LinkToFields
              href={item.href}
              site={home(item.network)}
              onChange={(href) => change(items.map((other, index) => (index === at ? { ...other, href } : other)))}
            />
            {!isReadOnly && (
              <span className={styles.buttons}>
                {at > 0 && (
                  <Button size="small" onClick={() => change(moved(items, at, at - 1))}>
                    {t('social.earlier')}
                  </Button>
                )}
                <Button size="small" onClick={() => change(items.filter((_, index) => index !== at))}>
                  {t('social.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && items.length < 20 && (
        <span>
          <Button
            size="small"
            onClick={() => {
              const network = networks.find((name) => !items.some((item) => item.network === name)) ?? 'website';
              change([...items, { network, href: { kind: 'url', url: home(network) } }]);
            }}
          >
            {t('social.add')}
          </Button>
        </span>
      )}
      <PropertyGrid>
        <NumberField
          label={t('social.size')}
          value={block.size}
          min={12}
          max={48}
          unit="px"
          disabled={isReadOnly}
          onChange={(size) => onChange({ ...block, size })}
        />
        <NumberField
          label={t('social.gap')}
          value={block.gap}
          min={0}
          max={24}
          unit="px"
          disabled={isReadOnly}
          onChange={(gap) => onChange({ ...block, gap })}
        />
        <ColorField
          label={t('style.color')}
          value={block.color}
          disabled={isReadOnly}
          onChange={(color) => onChange({ ...block, color })}
        />
      </PropertyGrid>
    </>
  );
}
