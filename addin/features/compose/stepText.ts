import type { TFunction } from 'i18next';
import type { Step } from './frameMessages.ts';

type Translate = TFunction<'compose'>;

function requestText(t: Translate, step: Extract<Step, { kind: 'request' }>): string {
  const { status, code } = step;
  if (status === null) return t('steps.requestLost');
  if (status === 304) return t('steps.requestUnchanged', { status });
  return status < 400 ? t('steps.requestFresh', { status }) : t('steps.requestFailed', { status, code: code ?? '' });
}

function signatureText(t: Translate, step: Extract<Step, { kind: 'signatureSet' }>): string {
  if (step.content === '') return t('steps.signatureCleared');
  return t('steps.signatureSet', { characters: step.content.length, format: t(`steps.${step.format}Format`) });
}

/** One step of the event handler, in the reader's language. */
export function stepText(t: Translate, step: Step): string {
  switch (step.kind) {
    case 'fired':
      return t('steps.fired', { event: step.event.replace(/^on/, 'On') });
    case 'token':
      return step.given ? t('steps.tokenGiven') : t('steps.tokenRefused');
    case 'request':
      return requestText(t, step);
    case 'clientSignatureDisabled':
      return t('steps.clientSignatureDisabled');
    case 'signatureSet':
      return signatureText(t, step);
    case 'prepended':
      return t('steps.prepended', { characters: step.content.length });
    case 'completed':
      return t('steps.completed');
  }
}
