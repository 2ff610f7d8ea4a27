import german from './de/notices.json' with { type: 'json' };
import english from './en/notices.json' with { type: 'json' };
import french from './fr/notices.json' with { type: 'json' };
import dutch from './nl/notices.json' with { type: 'json' };
import { nearestLocale, type Locale } from './locale.ts';

export type NoticeTexts = typeof english;

const texts: Record<Locale, NoticeTexts> = { en: english, nl: dutch, de: german, fr: french };

const noticeTextsIn = (language: string): NoticeTexts => texts[nearestLocale(language)];

/** For the pages around a sign-in, which know no more of the person than their browser says. */
export const noticeText = (name: 'action' | 'signOut' | 'closeWindow' | 'dialogFailed'): string =>
  noticeTextsIn(navigator.language)[name];

/** In the language Outlook is read in. All of them are in the one file that classic Outlook loads. */
export const noticeTexts = (): NoticeTexts => noticeTextsIn(Office.context.displayLanguage || 'en');
