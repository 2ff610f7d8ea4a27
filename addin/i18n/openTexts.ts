import i18next, { type i18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, readKept } from '../office/browserStorage.ts';
import { laterBackend } from './laterBackend.ts';
import { locales, nearestLocale, type Locale } from './locale.ts';

const storageKey = 'undersign.language';

/** One language at a time: nobody should wait for the texts of the others. */
const load: Readonly<Record<Locale, () => Promise<Resource[string]>>> = {
  en: async () => (await import(/* webpackChunkName: 'texts-en' */ './english.ts')).english,
  nl: async () => (await import(/* webpackChunkName: 'texts-nl' */ './dutch.ts')).dutch,
  de: async () => (await import(/* webpackChunkName: 'texts-de' */ './german.ts')).german,
  fr: async () => (await import(/* webpackChunkName: 'texts-fr' */ './french.ts')).french,
};

/** The texts in the language the person chose before, or else in that of Outlook or the browser. */
export async function openTexts(displayLanguage: string): Promise<i18n> {
  const instance = i18next.createInstance();
  const locale = nearestLocale(readKept(storageKey) ?? displayLanguage);
  const first = await load[locale]();
  await instance
    .use(initReactI18next)
    .use(laterBackend(instance))
    .init({
      resources: { [locale]: first },
      // The rest comes with the pages that need it.
      partialBundledLanguages: true,
      ns: Object.keys(first),
      lng: locale,
      // Every language has every text; a test holds them to it.
      fallbackLng: false,
      supportedLngs: [...locales],
      defaultNS: 'common',
      // React escapes what it shows; escaping twice would show &amp; in names.
      interpolation: { escapeValue: false },
    });
  document.documentElement.lang = instance.language;
  instance.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  return instance;
}

/** Shows the pane in another language; what is on the screen stays as it is until its texts are here. */
export async function changeLanguage(instance: i18n, locale: Locale): Promise<void> {
  const loaded = await load[locale]();
  for (const [namespace, words] of Object.entries(loaded)) instance.addResourceBundle(locale, namespace, words);
  keep(storageKey, locale);
  await instance.changeLanguage(locale);
}
