import german from '../../i18n/de/notices.json' with { type: 'json' };
import english from '../../i18n/en/notices.json' with { type: 'json' };
import french from '../../i18n/fr/notices.json' with { type: 'json' };
import dutch from '../../i18n/nl/notices.json' with { type: 'json' };
import { nearestLocale, type Locale } from '../../i18n/locale.ts';

export type NoticeTexts = typeof english;

const texts: Record<Locale, NoticeTexts> = { en: english, nl: dutch, de: german, fr: french };

const noticeTextsIn = (language: string): NoticeTexts => texts[nearestLocale(language)];

/** For the pages around a sign-in, which know no more of the person than their browser says. */
export const noticeText = (name: 'action' | 'signOut' | 'closeWindow' | 'dialogFailed'): string =>
  noticeTextsIn(navigator.language)[name];

/** In the language Outlook is read in. All of them are in the one file that classic Outlook loads. */
export const noticeTexts = (): NoticeTexts => noticeTextsIn(Office.context.displayLanguage || 'en');
