import { Checkbox, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { linkAddress, type CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { FieldPicker } from '../../../../ui/fields/FieldPicker.tsx';
import { TextField } from '../../../../ui/inputs/TextField.tsx';
import { useEditor } from '../EditorContext.tsx';
import { StyleFields } from '../properties/StyleFields.tsx';
import { WordsFields } from '../properties/WordsFields.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: 0,
  },
});

interface PartDetailsProps {
  readonly part: CompositionPart;
  readonly onChange: (part: CompositionPart) => void;
}

function OwnFields({ part, onChange }: PartDetailsProps) {
  const { t } = useTranslation('editor');
  const { values, isReadOnly } = useEditor();
  switch (part.kind) {
    case 'field':
      return (
        <>
          <FieldPicker
            label={t('part.field')}
            value={part.field}
            values={values}
            disabled={isReadOnly}
            onPick={(field) => onChange({ ...part, field })}
          />
          <Checkbox
            label={t('part.link')}
            checked={part.link === 'auto'}
            disabled={isReadOnly}
            onChange={(_event, { checked }) => onChange({ ...part, link: checked === true ? 'auto' : 'none' })}
          />
        </>
      );
    case 'separator':
      return (
        <TextField
          label={t('part.separator')}
          hint={t('part.separatorHint')}
          value={part.text}
          maxLength={20}
          disabled={isReadOnly}
          onChange={(text) => onChange({ ...part, text })}
        />
      );
    case 'link':
      return (
        <>
          <WordsFields label={t('part.words')} words={part.text} onChange={(text) => onChange({ ...part, text })} />
          <TextField
            label={t('part.address')}
            value={part.href}
            schema={linkAddress}
            wrong={t('part.addressWrong')}
            disabled={isReadOnly}
            onChange={(href) => onChange({ ...part, href })}
          />
        </>
      );
    case 'break':
      return null;
    default:
      return <WordsFields label={t('part.words')} words={part.text} onChange={(text) => onChange({ ...part, text })} />;
  }
}

/** Everything about one part of a line. */
export function PartDetails({ part, onChange }: PartDetailsProps) {
  const { t } = useTranslation('editor');
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Subtitle2 as="h4" style={{ fontSize: 14, margin: 0 }}>
        {t(`line.kind.${part.kind}`)}
      </Subtitle2>
      <OwnFields part={part} onChange={onChange} />
      {part.kind !== 'break' && (
        <StyleFields style={part.style ?? {}} onChange={(style) => onChange({ ...part, style })} />
      )}
    </div>
  );
}
