import { Button, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { ColorField } from '../../../../ui/inputs/ColorField.tsx';
import { FontField } from '../../../../ui/inputs/FontField.tsx';
import { PossibleNumberField } from '../../../../ui/inputs/NumberField.tsx';
import { useEditor } from '../EditorContext.tsx';
import { PropertyGrid } from './PropertyGrid.tsx';

export type PartStyle = NonNullable<Extract<CompositionPart, { kind: 'text' }>['style']>;

const useStyles = makeStyles({
  toggles: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  bold: { fontWeight: tokens.fontWeightBold },
  italic: { fontStyle: 'italic' },
  underline: { textDecorationLine: 'underline' },
});

const toggles = ['bold', 'italic', 'underline'] as const;

/** The style with one thing said, or no longer said. */
function withStyle<K extends keyof PartStyle>(style: PartStyle, key: K, value: PartStyle[K] | null): PartStyle {
  const rest = { ...style };
  delete rest[key];
  return value === null || value === undefined ? rest : { ...rest, [key]: value };
}

interface StyleFieldsProps {
  readonly style: PartStyle;
  readonly onChange: (style: PartStyle) => void;
}

/** How words look where they do not look like what is around them. */
export function StyleFields({ style, onChange }: StyleFieldsProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  const { isReadOnly, brand, composition } = useEditor();
  const ownColor = style.color;
  return (
    <>
      <div role="group" aria-label={t('style.label')} className={styles.toggles}>
        {toggles.map((name) => (
          <ToggleButton
            key={name}
            size="small"
            className={styles[name]}
            checked={style[name] === true}
            disabled={isReadOnly}
            onClick={() => onChange(withStyle(style, name, style[name] === true ? null : true))}
          >
            {t(`style.${name}`)}
          </ToggleButton>
        ))}
        <Button
          size="small"
          disabled={isReadOnly}
          onClick={() => onChange(withStyle(style, 'color', ownColor === undefined ? brand.colors.accent : null))}
        >
          {t(ownColor === undefined ? 'style.ownColor' : 'style.noColor')}
        </Button>
      </div>
      <PropertyGrid>
        {ownColor !== undefined && (
          <ColorField
            label={t('style.color')}
            value={ownColor}
            disabled={isReadOnly}
            onChange={(color) => onChange(withStyle(style, 'color', color))}
          />
        )}
        <PossibleNumberField
          label={t('style.size')}
          value={style.fontSize ?? null}
          min={8}
          max={48}
          unit="px"
          disabled={isReadOnly}
          placeholder={String(composition?.base.fontSize ?? '')}
          onChange={(size) => onChange(withStyle(style, 'fontSize', size))}
        />
        <FontField
          label={t('style.font')}
          value={style.fontFamily ?? null}
          canInherit
          disabled={isReadOnly}
          onChange={(font) => onChange(withStyle(style, 'fontFamily', font))}
        />
      </PropertyGrid>
    </>
  );
}
