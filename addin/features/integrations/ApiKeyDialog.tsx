import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiScopeSchema, type ApiScope } from '../../../server/src/contract/manage/integrations.ts';
import { FormDialog } from '../../ui/dialogs/FormDialog.tsx';
import { complaintOf } from '../../ui/notices/complaintOf.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { CheckList } from '../../ui/inputs/CheckList.tsx';
import { scopeText } from './scopeText.ts';

interface ApiKeyDialogProps {
  readonly isSaving: boolean;
  readonly problem: unknown;
  readonly onSave: (key: { name: string; scopes: readonly ApiScope[]; expiresOn: string | null }) => void;
  readonly onClose: () => void;
}

/** What a key is called, what it may do, and until when. */
export function ApiKeyDialog({ isSaving, problem, onSave, onClose }: ApiKeyDialogProps) {
  const { t } = useTranslation('integrations');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly ApiScope[]>([]);
  const [expiresOn, setExpiresOn] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const submit = () => {
    setIsAsked(true);
    if (name.trim() === '' || scopes.length === 0) return;
    onSave({ name: name.trim(), scopes, expiresOn: expiresOn === '' ? null : expiresOn });
  };
  return (
    <FormDialog
      title={t('key.add')}
      action={t('key.addAction')}
      isBlocked={isSaving}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={t('key.name')}
        hint={t('key.nameHint')}
        validationMessage={isAsked && name.trim() === '' ? t('key.nameBlank') : null}
      >
        <Input value={name} maxLength={60} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <CheckList
        label={t('key.scopes')}
        choices={apiScopeSchema.options.map((value) => ({ value, text: scopeText(t, value) }))}
        chosen={scopes}
        problem={isAsked && scopes.length === 0 ? t('key.scopesNone') : null}
        onChange={setScopes}
      />
      <Field label={t('key.expiresOn')} hint={t('key.expiresHint')}>
        <Input type="date" value={expiresOn} onChange={(_event, { value }) => setExpiresOn(value)} />
      </Field>
      {problem !== null && <ProblemNotice error={complaintOf(problem)} />}
    </FormDialog>
  );
}
