import { Checkbox } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { CompositionColumn, CompositionRow } from '../../../../../server/src/contract/signatures/composition.ts';
import { ChoiceField } from '../../../../ui/inputs/ChoiceField.tsx';
import { ColorField } from '../../../../ui/inputs/ColorField.tsx';
import { NumberField, PossibleNumberField } from '../../../../ui/inputs/NumberField.tsx';
import { useEditor } from '../EditorContext.tsx';
import { changeColumn, changeRow } from '../model/pieces/editPiece.ts';
import { PropertyGrid } from './PropertyGrid.tsx';

const aligns = ['left', 'center', 'right'] as const;
const verticals = ['top', 'middle', 'bottom'] as const;

/** Where the content of a column stands, and what is around it. */
export function ColumnFields({ column }: { column: CompositionColumn }) {
  const { t } = useTranslation('editor');
  const { composition, edit, isReadOnly: disabled, brand } = useEditor();
  if (!composition) return null;
  const change = (patch: Partial<CompositionColumn>, mark: string) =>
    edit(changeColumn(composition, column.id, patch), `${column.id}-${mark}`);
  const { border } = column;
  return (
    <>
      <PropertyGrid>
        <PossibleNumberField
          label={t('column.width')}
          value={column.width}
          min={8}
          max={700}
          unit="px"
          placeholder={t('auto')}
          disabled={disabled}
          onChange={(width) => change({ width }, 'width')}
        />
        <NumberField
          label={t('column.padding')}
          value={column.padding}
          min={0}
          max={100}
          unit="px"
          disabled={disabled}
          onChange={(padding) => change({ padding }, 'padding')}
        />
        <ChoiceField
          label={t('column.align')}
          value={column.align}
          disabled={disabled}
          choices={aligns.map((value) => ({ value, text: t(`column.to.${value}`) }))}
          onChange={(align) => change({ align }, 'align')}
        />
        <ChoiceField
          label={t('column.verticalAlign')}
          value={column.verticalAlign}
          disabled={disabled}
          choices={verticals.map((value) => ({ value, text: t(`column.to.${value}`) }))}
          onChange={(verticalAlign) => change({ verticalAlign }, 'vertical')}
        />
      </PropertyGrid>
      <Checkbox
        label={t('column.border')}
        checked={border !== null}
        disabled={disabled}
        onChange={(_event, { checked }) =>
          change({ border: checked === true ? { color: brand.colors.accent, thickness: 2 } : null }, 'border')
        }
      />
      {border && (
        <PropertyGrid>
          <ColorField
            label={t('style.color')}
            value={border.color}
            disabled={disabled}
            onChange={(color) => change({ border: { ...border, color } }, 'border-color')}
          />
          <NumberField
            label={t('divider.thickness')}
            value={border.thickness}
            min={1}
            max={10}
            unit="px"
            disabled={disabled}
            onChange={(thickness) => change({ border: { ...border, thickness } }, 'border-thickness')}
          />
        </PropertyGrid>
      )}
    </>
  );
}

/** The space above a row, and its only column, which the outline does not show. */
export function RowFields({ row }: { row: CompositionRow }) {
  const { t } = useTranslation('editor');
  const { composition, edit, isReadOnly } = useEditor();
  const [only, ...others] = row.columns;
  if (!composition) return null;
  return (
    <>
      <NumberField
        label={t('row.gap')}
        value={row.gap}
        min={0}
        max={100}
        unit="px"
        disabled={isReadOnly}
        onChange={(gap) => edit(changeRow(composition, row.id, { gap }), `${row.id}-gap`)}
      />
      {only && others.length === 0 && <ColumnFields column={only} />}
    </>
  );
}
