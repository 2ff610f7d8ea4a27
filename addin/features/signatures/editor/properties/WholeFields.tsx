import { Caption1 } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Composition } from '../../../../../server/src/contract/signatures/composition.ts';
import { ChoiceField } from '../../../../ui/inputs/ChoiceField.tsx';
import { ColorField } from '../../../../ui/inputs/ColorField.tsx';
import { FontField } from '../../../../ui/inputs/FontField.tsx';
import { NumberField } from '../../../../ui/inputs/NumberField.tsx';
import { useEditor } from '../EditorContext.tsx';
import { PropertyGrid } from './PropertyGrid.tsx';

function BaseFields({ composition }: { composition: Composition }) {
  const { t } = useTranslation('editor');
  const { edit, isReadOnly: disabled } = useEditor();
  const { base } = composition;
  const change = (patch: Partial<Composition['base']>, mark: string) =>
    edit({ ...composition, base: { ...base, ...patch } }, `base-${mark}`);
  return (
    <PropertyGrid>
      <FontField
        label={t('style.font')}
        value={base.fontFamily}
        disabled={disabled}
        onChange={(fontFamily) => fontFamily !== null && change({ fontFamily }, 'font')}
      />
      <ColorField
        label={t('style.color')}
        value={base.color}
        disabled={disabled}
        onChange={(color) => change({ color }, 'color')}
      />
      <NumberField
        label={t('style.size')}
        value={base.fontSize}
        min={8}
        max={48}
        unit="px"
        disabled={disabled}
        onChange={(fontSize) => change({ fontSize }, 'size')}
      />
      <NumberField
        label={t('whole.lineHeight')}
        value={base.lineHeight}
        min={8}
        max={80}
        unit="px"
        disabled={disabled}
        onChange={(lineHeight) => change({ lineHeight }, 'line')}
      />
      <NumberField
        label={t('whole.width')}
        value={composition.width}
        min={200}
        max={700}
        unit="px"
        disabled={disabled}
        onChange={(width) => edit({ ...composition, width }, 'width')}
      />
      <ChoiceField
        label={t('whole.direction')}
        value={composition.direction}
        disabled={disabled}
        choices={[
          { value: 'ltr', text: t('whole.ltr') },
          { value: 'rtl', text: t('whole.rtl') },
        ]}
        onChange={(direction) => edit({ ...composition, direction })}
      />
    </PropertyGrid>
  );
}

/** What holds for the whole signature. */
export function WholeFields() {
  const { t } = useTranslation('editor');
  const { composition, draft, isReadOnly } = useEditor();
  const { name, design } = draft.draft;
  return (
    <>
      <Caption1>{t('whole.hint')}</Caption1>
      {composition && <BaseFields composition={composition} />}
      <ChoiceField
        label={t('whole.images')}
        hint={t(`whole.imagesHint.${design.images}`)}
        value={design.images}
        disabled={isReadOnly}
        choices={[
          { value: 'hosted', text: t('whole.hosted') },
          { value: 'attached', text: t('whole.attached') },
        ]}
        onChange={(images) => draft.change({ name, design: { ...design, images } })}
      />
    </>
  );
}
