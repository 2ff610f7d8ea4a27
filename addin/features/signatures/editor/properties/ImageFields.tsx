import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { useSession } from '../../../../api/client/ApiContext.tsx';
import { ImageChooser } from '../../../../ui/images/ImageChooser.tsx';
import { imageUrl } from '../../../../ui/images/imageUrl.ts';
import { ChoiceField } from '../../../../ui/inputs/ChoiceField.tsx';
import { DateField, TimeZoneField } from '../../../../ui/inputs/DateField.tsx';
import { NumberField, PossibleNumberField } from '../../../../ui/inputs/NumberField.tsx';
import { useEditor } from '../EditorContext.tsx';
import type { BlockProps } from './blockProps.ts';
import { PossibleAddress } from './PossibleAddress.tsx';
import { PropertyGrid } from './PropertyGrid.tsx';
import { WordsFields } from './WordsFields.tsx';

type ImageBlock = Extract<CompositionBlock, { kind: 'image' }>;
type BannerBlock = Extract<CompositionBlock, { kind: 'banner' }>;

const useStyles = makeStyles({
  picture: {
    maxWidth: '100%',
    maxHeight: '96px',
    objectFit: 'contain',
    alignSelf: 'flex-start',
    backgroundColor: '#ffffff',
  },
  chosen: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
});

function Upload({ imageId, onChoose }: { imageId: string; onChoose: (id: string, width: number) => void }) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { tenantId } = useSession();
  const { isReadOnly } = useEditor();
  return (
    <div className={styles.chosen}>
      <img src={imageUrl(tenantId, imageId)} alt="" className={styles.picture} />
      {!isReadOnly && (
        <ImageChooser
          title={t('image.choose')}
          trigger={<Button size="small">{t('image.other')}</Button>}
          onChoose={({ id, width }) => onChoose(id, width)}
        />
      )}
    </div>
  );
}

type Choice = 'upload' | 'logo' | 'person' | 'manager';

const choiceOf = ({ source }: ImageBlock): Choice => (source.kind === 'photo' ? source.of : source.kind);

function SourceFields({ block, onChange }: BlockProps<ImageBlock>) {
  const { t } = useTranslation('editor');
  const { isReadOnly } = useEditor();
  const { source } = block;
  const choices: readonly Choice[] =
    source.kind === 'upload' ? ['person', 'manager', 'logo', 'upload'] : ['person', 'manager', 'logo'];
  const choose = (choice: Choice) => {
    if (choice === 'logo') onChange({ ...block, source: { kind: 'logo' }, shape: 'square' });
    else if (choice !== 'upload') onChange({ ...block, source: { kind: 'photo', of: choice } });
  };
  const upload = (imageId: string, width: number) =>
    onChange({
      ...block,
      source: { kind: 'upload', imageId },
      width: Math.min(Math.max(8, width), source.kind === 'upload' ? block.width : 300),
      shape: 'square',
    });
  return (
    <>
      <ChoiceField
        label={t('image.source')}
        value={choiceOf(block)}
        disabled={isReadOnly}
        choices={choices.map((value) => ({ value, text: t(`image.from.${value}`) }))}
        onChange={choose}
      />
      {source.kind === 'upload' ? (
        <Upload imageId={source.imageId} onChoose={upload} />
      ) : (
        !isReadOnly && (
          <span>
            <ImageChooser
              title={t('image.choose')}
              trigger={<Button size="small">{t('image.own')}</Button>}
              onChoose={({ id, width }) => upload(id, width)}
            />
          </span>
        )
      )}
    </>
  );
}

/** A picture: whose, how large, what it says to those who do not see it, where it leads. */
export function ImageFields({ block, onChange }: BlockProps<ImageBlock>) {
  const { t } = useTranslation('editor');
  const { isReadOnly } = useEditor();
  return (
    <>
      <SourceFields block={block} onChange={onChange} />
      <PropertyGrid>
        <NumberField
          label={t('image.width')}
          value={block.width}
          min={8}
          max={700}
          unit="px"
          disabled={isReadOnly}
          onChange={(width) => onChange({ ...block, width })}
        />
        <PossibleNumberField
          label={t('image.height')}
          value={block.height}
          min={8}
          max={700}
          unit="px"
          placeholder={t('auto')}
          disabled={isReadOnly}
          onChange={(height) => onChange({ ...block, height })}
        />
        {block.source.kind === 'photo' && (
          <ChoiceField
            label={t('image.shape')}
            value={block.shape}
            disabled={isReadOnly}
            choices={[
              { value: 'round', text: t('image.round') },
              { value: 'square', text: t('image.square') },
            ]}
            onChange={(shape) => onChange({ ...block, shape })}
          />
        )}
      </PropertyGrid>
      <WordsFields label={t('image.alt')} words={block.alt} onChange={(alt) => onChange({ ...block, alt })} />
      <PossibleAddress value={block.href} onChange={(href) => onChange({ ...block, href })} />
    </>
  );
}

/** A picture with a link, between two days. */
export function BannerFields({ block, onChange }: BlockProps<BannerBlock>) {
  const { t } = useTranslation('editor');
  const { isReadOnly } = useEditor();
  const endsTooSoon = block.from !== null && block.until !== null && block.until < block.from;
  return (
    <>
      <Upload imageId={block.imageId} onChoose={(imageId) => onChange({ ...block, imageId })} />
      <NumberField
        label={t('image.width')}
        value={block.width}
        min={20}
        max={700}
        unit="px"
        disabled={isReadOnly}
        onChange={(width) => onChange({ ...block, width })}
      />
      <WordsFields label={t('image.alt')} words={block.alt} onChange={(alt) => onChange({ ...block, alt })} />
      <PossibleAddress value={block.href} onChange={(href) => onChange({ ...block, href })} />
      <PropertyGrid>
        <DateField
          label={t('banner.from')}
          value={block.from}
          disabled={isReadOnly}
          onChange={(from) => onChange({ ...block, from })}
        />
        <DateField
          label={t('banner.until')}
          value={block.until}
          disabled={isReadOnly}
          onChange={(until) => onChange({ ...block, until })}
        />
      </PropertyGrid>
      {endsTooSoon && <span role="alert">{t('banner.endsTooSoon')}</span>}
      {(block.from !== null || block.until !== null) && (
        <TimeZoneField
          value={block.timeZone}
          disabled={isReadOnly}
          onChange={(timeZone) => onChange({ ...block, timeZone })}
        />
      )}
    </>
  );
}
