import { Field, Input, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectoryExtensions } from '../../../server/src/contract/people/directory.ts';
import { useDirectoryExtensions } from '../../api/signatures/smartFieldsApi.ts';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { FieldDialog, type FieldDialogProps } from './FieldDialog.tsx';
import { freeAttributes, readAttribute, type DirectoryField, type FieldsDraft } from './fieldEdits.ts';

interface AttributeDialogProps extends Omit<FieldDialogProps, 'field' | 'onDone'> {
  readonly draft: FieldsDraft;
  readonly onDone: (field: DirectoryField) => void;
}

/** Stands for a name that is written. */
const byName = 'byName';
const extensionsPage =
  'https://learn.microsoft.com/graph/extensibility-overview#directory-microsoft-entra-id-extensions';

type Offered = NonNullable<DirectoryExtensions['extensions']>[number];

/** `extension_4d40…_skypeId` of an app is what the app calls skypeId. */
const ownName = (name: string): string => name.slice('extension_'.length + 32 + 1);

interface NamedExtensionProps {
  readonly value: string;
  readonly isWrong: boolean;
  /** What listing them would take, where it is missing. */
  readonly missing: string | null;
  readonly onChange: (value: string) => void;
}

function NamedExtension({ value, isWrong, missing, onChange }: NamedExtensionProps) {
  const { t } = useTranslation('smartFields');
  return (
    <Field
      label={t('directory.name')}
      hint={
        <>
          {missing !== null && t('directory.unlisted', { permission: missing })}{' '}
          <Link href={extensionsPage} target="_blank" inline>
            {t('directory.about')}
          </Link>
        </>
      }
      validationMessage={isWrong ? t('directory.noName') : null}
    >
      <Input
        value={value}
        placeholder="extension_4d405aa8baa04fb494d3e0571fd9fd71_skypeId"
        spellCheck={false}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}

interface AttributeChoiceProps {
  readonly draft: FieldsDraft;
  readonly offered: readonly Offered[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function AttributeChoice({ draft, offered, value, onChange }: AttributeChoiceProps) {
  const { t, i18n } = useTranslation('smartFields');
  const textOf = ({ name, appDisplayName }: Offered): string =>
    appDisplayName === null ? ownName(name) : t('directory.ofApp', { name: ownName(name), app: appDisplayName });
  return (
    <ChoiceField
      label={t('directory.attribute')}
      value={value}
      choices={[
        ...freeAttributes(draft).map((name) => ({ value: name as string, text: fieldName(i18n, name, null) })),
        ...offered.map((extension) => ({ value: extension.name as string, text: textOf(extension) })),
        { value: byName, text: t('directory.byName') },
      ]}
      onChange={onChange}
    />
  );
}

const offeredFor = (draft: FieldsDraft, listed: DirectoryExtensions | undefined): readonly Offered[] =>
  (listed?.extensions ?? []).filter(({ name }) => readAttribute(draft, name) !== null);

const missingFor = (listed: DirectoryExtensions | undefined): string | null =>
  listed?.extensions === null ? listed.permission : null;

/** Which attribute is taken into use, what it means here and what it holds. */
export function AttributeDialog({ draft, onDone, ...dialog }: AttributeDialogProps) {
  const { data } = useDirectoryExtensions();
  const [chosen, setChosen] = useState<string>(freeAttributes(draft)[0] ?? byName);
  const [written, setWritten] = useState('');
  const offered = offeredFor(draft, data);
  const attribute = readAttribute(draft, chosen === byName ? written : chosen);
  const submit = (field: Omit<DirectoryField, 'attribute'>) => {
    if (attribute !== null) onDone({ ...field, attribute });
  };
  return (
    <FieldDialog
      {...dialog}
      field={null}
      startType={offered.find(({ name }) => name === chosen)?.type ?? 'text'}
      isReady={attribute !== null}
      onDone={submit}
      before={
        <>
          <AttributeChoice draft={draft} offered={offered} value={chosen} onChange={setChosen} />
          {chosen === byName && (
            <NamedExtension
              value={written}
              isWrong={written !== '' && attribute === null}
              missing={missingFor(data)}
              onChange={setWritten}
            />
          )}
        </>
      }
    />
  );
}
