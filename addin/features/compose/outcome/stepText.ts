import type { TFunction } from 'i18next';
import type { Step } from '../frame/frameMessages.ts';

/** Text and numbers in the reader's language. */
export interface StepLanguage {
  readonly t: TFunction<'compose'>;
  readonly number: (value: number) => string;
}

function requestText({ t }: StepLanguage, step: Extract<Step, { kind: 'request' }>): string {
  const { status, code } = step;
  if (status === null) return t('steps.requestLost');
  if (status === 304) return t('steps.requestUnchanged', { status });
  return status < 400 ? t('steps.requestFresh', { status }) : t('steps.requestFailed', { status, code: code ?? '' });
}

function writtenText({ t, number }: StepLanguage, step: Extract<Step, { content: string }>): string {
  const characters = number(step.content.length);
  if (step.kind === 'prepended') return t('steps.prepended', { characters });
  if (step.content === '') return t('steps.signatureCleared');
  return t('steps.signatureSet', { characters, format: t(`steps.${step.format}Format`) });
}

/** One step of the event handler, in the reader's language. */
export function stepText(language: StepLanguage, step: Step): string {
  const { t } = language;
  if ('content' in step) return writtenText(language, step);
  switch (step.kind) {
    case 'fired':
      return t('steps.fired', { event: step.event.replace(/^on/, 'On') });
    case 'token':
      return step.given ? t('steps.tokenGiven') : t('steps.tokenRefused');
    case 'request':
      return requestText(language, step);
    case 'noticeShown':
      return t('steps.noticeShown', { text: step.text });
    default:
      return t(`steps.${step.kind}`);
  }
}
