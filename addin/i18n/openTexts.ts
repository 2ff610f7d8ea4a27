import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { laterBackend } from './laterBackend.ts';
import { locales, nearestLocale, type Locale } from './locale.ts';
import { texts } from './texts.ts';

const storageKey = 'undersign.language';

function chosenLanguage(): string | null {
  try {
    return window.localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Keeps the choice for the next visit where the browser allows it. */
function keepLanguage(locale: string): void {
  try {
    window.localStorage.setItem(storageKey, locale);
  } catch {
    // Storage is withheld inside some frames; the choice then lasts as long as the pane is open.
  }
}

/** The texts in the language the person chose before, or else in that of Outlook or the browser. */
export async function openTexts(displayLanguage: string): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance
    .use(initReactI18next)
    .use(laterBackend)
    .init({
      resources: texts,
      // The rest comes with the pages that need it.
      partialBundledLanguages: true,
      ns: Object.keys(texts.en),
      lng: nearestLocale(chosenLanguage() ?? displayLanguage),
      fallbackLng: 'en',
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

export async function changeLanguage(instance: i18n, locale: Locale): Promise<void> {
  keepLanguage(locale);
  await instance.changeLanguage(locale);
}
