import { Button, Caption1, Subtitle2 } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { ColorField } from '../../../../ui/inputs/ColorField.tsx';
import { NumberField, PossibleNumberField } from '../../../../ui/inputs/NumberField.tsx';
import { TextField } from '../../../../ui/inputs/TextField.tsx';
import { RowSkeletons } from '../../../../ui/page/RowSkeletons.tsx';
import { useEditor } from '../EditorContext.tsx';
import { PartDetails } from '../line/PartDetails.tsx';
import { siteOf } from '../model/pieces/newPieces.ts';
import { useInsert } from '../useInsert.ts';
import type { BlockProps } from './blockProps.ts';
import { LinkToFields } from './LinkToFields.tsx';
import { PropertyGrid } from './PropertyGrid.tsx';
import { StyleFields } from './StyleFields.tsx';
import { WordsFields } from './WordsFields.tsx';

// What few blocks are of, and what is about pictures, comes when such a block is chosen.
const SocialFields = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'social-fields' */ './SocialFields.tsx')).SocialFields,
}));
const ImageFields = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'image-fields' */ './ImageFields.tsx')).ImageFields,
}));
const BannerFields = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'image-fields' */ './ImageFields.tsx')).BannerFields,
}));
const QrCodeFields = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'qr-code-fields' */ './QrCodeFields.tsx')).QrCodeFields,
}));

type Of<K extends CompositionBlock['kind']> = Extract<CompositionBlock, { kind: K }>;

function TextFields({ block, onChange }: BlockProps<Of<'text'>>) {
  const { t } = useTranslation('editor');
  const { caret } = useEditor();
  const at = caret?.blockId === block.id ? caret.part : null;
  const part = at === null ? undefined : block.parts[at];
  return (
    <>
      {at !== null && part ? (
        <PartDetails
          key={at}
          part={part}
          onChange={(next) =>
            onChange({ ...block, parts: block.parts.map((old, index) => (index === at ? next : old)) }, `part-${at}`)
          }
        />
      ) : (
        <Caption1>{t('line.choose')}</Caption1>
      )}
      {at !== null && part && (
        <Subtitle2 as="h4" style={{ fontSize: 14, margin: 0 }}>
          {t('line.whole')}
        </Subtitle2>
      )}
      <StyleFields style={block.style} onChange={(style) => onChange({ ...block, style }, 'style')} />
    </>
  );
}

function LegalFields({ block, onChange }: BlockProps<Of<'legal'>>) {
  const { t } = useTranslation('editor');
  return (
    <>
      <WordsFields
        label={t('part.words')}
        words={block.text}
        rows={5}
        maxLength={5000}
        onChange={(text) => onChange({ ...block, text }, 'text')}
      />
      <StyleFields style={block.style} onChange={(style) => onChange({ ...block, style }, 'style')} />
    </>
  );
}

function DividerFields({ block, onChange }: BlockProps<Of<'divider'>>) {
  const { t } = useTranslation('editor');
  const disabled = useEditor().isReadOnly;
  return (
    <PropertyGrid>
      <ColorField
        label={t('style.color')}
        value={block.color}
        disabled={disabled}
        onChange={(color) => onChange({ ...block, color }, 'color')}
      />
      <NumberField
        label={t('divider.thickness')}
        value={block.thickness}
        min={1}
        max={10}
        unit="px"
        disabled={disabled}
        onChange={(thickness) => onChange({ ...block, thickness })}
      />
      <PossibleNumberField
        label={t('divider.width')}
        value={block.width}
        min={10}
        max={700}
        unit="px"
        placeholder={t('auto')}
        disabled={disabled}
        onChange={(width) => onChange({ ...block, width })}
      />
    </PropertyGrid>
  );
}

function ButtonFields({ block, onChange }: BlockProps<Of<'button'>>) {
  const { t } = useTranslation('editor');
  const { isReadOnly: disabled, brand } = useEditor();
  const site = siteOf(brand);
  return (
    <>
      <WordsFields
        label={t('part.words')}
        words={block.text}
        onChange={(text) => onChange({ ...block, text }, 'text')}
      />
      <LinkToFields href={block.href} site={site} onChange={(href) => onChange({ ...block, href }, 'href')} />
      <PropertyGrid>
        <ColorField
          label={t('button.background')}
          value={block.background}
          disabled={disabled}
          onChange={(background) => onChange({ ...block, background }, 'background')}
        />
        <ColorField
          label={t('button.color')}
          value={block.color}
          disabled={disabled}
          onChange={(color) => onChange({ ...block, color }, 'color')}
        />
      </PropertyGrid>
    </>
  );
}

function SpacerFields({ block, onChange }: BlockProps<Of<'spacer'>>) {
  const { t } = useTranslation('editor');
  return (
    <NumberField
      label={t('spacer.height')}
      value={block.height}
      min={1}
      max={100}
      unit="px"
      disabled={useEditor().isReadOnly}
      onChange={(height) => onChange({ ...block, height })}
    />
  );
}

function HtmlFields({ block, onChange }: BlockProps<Of<'html'>>) {
  const { t } = useTranslation('editor');
  return (
    <TextField
      label={t('html.label')}
      hint={t('html.hint', { example: '{{ person.jobTitle }}' })}
      value={block.html}
      rows={12}
      maxLength={100_000}
      disabled={useEditor().isReadOnly}
      onChange={(html) => onChange({ ...block, html }, 'html')}
    />
  );
}

function GroupFields() {
  const { t } = useTranslation('editor');
  const insert = useInsert();
  const { isReadOnly } = useEditor();
  return (
    <>
      <Caption1>{t('group.hint')}</Caption1>
      {!isReadOnly && (
        <span>
          <Button size="small" onClick={insert.column}>
            {t('add.column')}
          </Button>
        </span>
      )}
    </>
  );
}

// oxlint-disable-next-line complexity -- one line for each kind there is
function FieldsOfKind({ block, onChange }: BlockProps<CompositionBlock>) {
  switch (block.kind) {
    case 'text':
      return <TextFields block={block} onChange={onChange} />;
    case 'image':
      return <ImageFields block={block} onChange={onChange} />;
    case 'social':
      return <SocialFields block={block} onChange={onChange} />;
    case 'divider':
      return <DividerFields block={block} onChange={onChange} />;
    case 'button':
      return <ButtonFields block={block} onChange={onChange} />;
    case 'spacer':
      return <SpacerFields block={block} onChange={onChange} />;
    case 'banner':
      return <BannerFields block={block} onChange={onChange} />;
    case 'qrCode':
      return <QrCodeFields block={block} onChange={onChange} />;
    case 'legal':
      return <LegalFields block={block} onChange={onChange} />;
    case 'html':
      return <HtmlFields block={block} onChange={onChange} />;
    case 'group':
      return <GroupFields />;
  }
}

/** Everything about a block but when it is shown. */
export function BlockFields(props: BlockProps<CompositionBlock>) {
  return (
    <Suspense fallback={<RowSkeletons rows={3} />}>
      <FieldsOfKind {...props} />
    </Suspense>
  );
}
