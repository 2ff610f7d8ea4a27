import { Caption1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { cardFields, type CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { CheckList } from '../../../../ui/inputs/CheckList.tsx';
import { ChoiceField } from '../../../../ui/inputs/ChoiceField.tsx';
import { ColorField } from '../../../../ui/inputs/ColorField.tsx';
import { NumberField } from '../../../../ui/inputs/NumberField.tsx';
import { useEditor } from '../EditorContext.tsx';
import { newContact, siteOf } from '../model/pieces/newPieces.ts';
import type { BlockProps } from './blockProps.ts';
import { LinkToFields } from './LinkToFields.tsx';
import { PropertyGrid } from './PropertyGrid.tsx';
import { WordsFields } from './WordsFields.tsx';

type QrCodeBlock = Extract<CompositionBlock, { kind: 'qrCode' }>;
type Contact = Extract<QrCodeBlock['content'], { kind: 'contact' }>;
type CardPart = Contact['fields'][number] | 'website';

interface CardPartsProps {
  readonly content: Contact;
  readonly onChange: (content: Contact) => void;
}

/** What the card holds besides the name. */
function CardParts({ content: { fields, website }, onChange }: CardPartsProps) {
  const { t } = useTranslation('editor');
  const { isReadOnly } = useEditor();
  const { labelOf } = useFieldCatalogue();
  const choices: { value: CardPart; text: string }[] = [
    ...cardFields.map((value) => ({ value, text: labelOf(value) })),
    { value: 'website', text: t('qrCode.website') },
  ];
  return (
    <CheckList
      label={t('qrCode.fields')}
      size="small"
      hint={t('qrCode.fieldsHint')}
      problem={null}
      disabled={isReadOnly}
      choices={choices}
      chosen={website ? [...fields, 'website'] : fields}
      onChange={(chosen) =>
        onChange({
          kind: 'contact',
          fields: cardFields.filter((field) => chosen.includes(field)),
          website: chosen.includes('website'),
        })
      }
    />
  );
}

/** A QR code: what a telephone reads from it, how large, and what it says to those who do not see it. */
export function QrCodeFields({ block, onChange }: BlockProps<QrCodeBlock>) {
  const { t } = useTranslation('editor');
  const { isReadOnly, brand } = useEditor();
  const { content } = block;
  const site = siteOf(brand);
  const hold = (next: QrCodeBlock['content']) => onChange({ ...block, content: next });
  return (
    <>
      <ChoiceField
        label={t('qrCode.holds')}
        value={content.kind}
        disabled={isReadOnly}
        choices={(['contact', 'link'] as const).map((value) => ({ value, text: t(`qrCode.${value}`) }))}
        onChange={(kind) => hold(kind === 'contact' ? newContact(brand) : { kind, href: { kind: 'url', url: site } })}
      />
      {content.kind === 'contact' ? (
        <CardParts content={content} onChange={hold} />
      ) : (
        <LinkToFields href={content.href} site={site} onChange={(href) => hold({ kind: 'link', href })} />
      )}
      <PropertyGrid>
        <NumberField
          label={t('qrCode.size')}
          value={block.size}
          min={80}
          max={300}
          unit="px"
          disabled={isReadOnly}
          onChange={(size) => onChange({ ...block, size })}
        />
        <ColorField
          label={t('qrCode.color')}
          value={block.color}
          disabled={isReadOnly}
          onChange={(color) => onChange({ ...block, color }, 'color')}
        />
      </PropertyGrid>
      <WordsFields label={t('qrCode.alt')} words={block.alt} onChange={(alt) => onChange({ ...block, alt })} />
      <Caption1>{t('qrCode.altHint')}</Caption1>
    </>
  );
}
