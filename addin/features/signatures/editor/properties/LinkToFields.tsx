import { useTranslation } from 'react-i18next';
import { linkAddress, type CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { FieldPicker } from '../../../../ui/fields/FieldPicker.tsx';
import { ChoiceField } from '../../../../ui/inputs/ChoiceField.tsx';
import { TextField } from '../../../../ui/inputs/TextField.tsx';
import { useEditor } from '../EditorContext.tsx';

export type LinkTo = Extract<CompositionBlock, { kind: 'button' }>['href'];

interface LinkToFieldsProps {
  readonly href: LinkTo;
  readonly site: string;
  readonly onChange: (href: LinkTo) => void;
}

/** Where a link leads: one address for everybody, or the one in a field of each person. */
export function LinkToFields({ href, site, onChange }: LinkToFieldsProps) {
  const { t } = useTranslation('editor');
  const { values, isReadOnly } = useEditor();
  return (
    <>
      <ChoiceField
        label={t('linkTo.label')}
        value={href.kind}
        disabled={isReadOnly}
        choices={[
          { value: 'url', text: t('linkTo.url') },
          { value: 'field', text: t('linkTo.field') },
        ]}
        onChange={(kind) => onChange(kind === 'url' ? { kind, url: site } : { kind, field: 'person.mail' })}
      />
      {href.kind === 'url' ? (
        <TextField
          label={t('part.address')}
          value={href.url}
          schema={linkAddress}
          wrong={t('part.addressWrong')}
          disabled={isReadOnly}
          onChange={(url) => onChange({ kind: 'url', url })}
        />
      ) : (
        <FieldPicker
          label={t('part.field')}
          value={href.field}
          values={values}
          disabled={isReadOnly}
          onPick={(field) => onChange({ kind: 'field', field })}
        />
      )}
    </>
  );
}
