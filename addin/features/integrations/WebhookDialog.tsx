import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  webhookEventSchema,
  type Webhook,
  type WebhookEvent,
} from '../../../server/src/contract/manage/integrations.ts';
import type { WebhookDraft } from '../../api/manage/integrationsApi.ts';
import { FormDialog } from '../../ui/dialogs/FormDialog.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { CheckList } from '../../ui/inputs/CheckList.tsx';
import { eventText } from './eventText.ts';

interface WebhookDialogProps {
  /** Null: a new one. */
  readonly webhook: Webhook | null;
  readonly isSaving: boolean;
  readonly problem: unknown;
  readonly onSave: (draft: WebhookDraft) => void;
  readonly onClose: () => void;
}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** What is entered, and what is wrong with it once somebody wanted to go on. */
function useDraft(webhook: Webhook | null, onSave: WebhookDialogProps['onSave']) {
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<readonly WebhookEvent[]>(webhook?.events ?? webhookEventSchema.options);
  const [isAsked, setIsAsked] = useState(false);
  const [isUrlWrong, isEmpty] = [!isAddress(url.trim()), events.length === 0];
  const submit = () => {
    setIsAsked(true);
    if (!isUrlWrong && !isEmpty) onSave({ url: url.trim(), events });
  };
  return { url, setUrl, events, setEvents, submit, isUrlWrong: isAsked && isUrlWrong, isEmpty: isAsked && isEmpty };
}

/** Where to, and what of. */
export function WebhookDialog({ webhook, isSaving, problem, onSave, onClose }: WebhookDialogProps) {
  const { t } = useTranslation('integrations');
  const draft = useDraft(webhook, onSave);
  const [title, action] =
    webhook === null
      ? (['webhook.add', 'webhook.addAction'] as const)
      : (['webhook.edit', 'webhook.editAction'] as const);
  return (
    <FormDialog title={t(title)} action={t(action)} isBlocked={isSaving} onSubmit={draft.submit} onClose={onClose}>
      <Field
        label={t('webhook.url')}
        hint={t('webhook.urlHint')}
        validationMessage={draft.isUrlWrong ? t('webhook.urlWrong') : null}
      >
        <Input
          type="url"
          value={draft.url}
          maxLength={500}
          placeholder="https://"
          onChange={(_event, { value }) => draft.setUrl(value)}
        />
      </Field>
      <CheckList
        label={t('webhook.events')}
        choices={webhookEventSchema.options.map((value) => ({ value, text: eventText(t, value) }))}
        chosen={draft.events}
        problem={draft.isEmpty ? t('webhook.eventsNone') : null}
        onChange={draft.setEvents}
      />
      {problem !== null && <ProblemNotice error={problem} />}
    </FormDialog>
  );
}
