/** What Outlook and the admin center show of us. */
export interface Texts {
  /** At most 80 characters; the store of apps shows it in lists. */
  readonly summary: string;
  readonly description: string;
  readonly open: string;
  readonly openTip: string;
  readonly insert: string;
  readonly insertTip: string;
}

/** The name of the product, in every language the same. */
export const productName = 'Undersign';

export const english: Texts = {
  summary: 'The signature that is true to Microsoft Entra ID, in everything you write.',
  description:
    'Puts the signature that is true to Microsoft Entra ID into every new mail, reply, forward and appointment.',
  open: 'Signature',
  openTip: 'See the signature your mails get, and put it into this one.',
  insert: 'Insert my signature',
  insertTip: 'Puts your signature into what you are writing, also where it has been before.',
};

/** One region per language, which serves the others too; a bare language code is refused. */
export const translations: Readonly<Record<string, { readonly locale: string; readonly texts: Texts }>> = {
  nl: {
    locale: 'nl-NL',
    texts: {
      summary: 'De handtekening die klopt met Microsoft Entra ID, in alles wat je schrijft.',
      description:
        'Zet in elke nieuwe mail, elk antwoord en elke afspraak de handtekening die klopt met Microsoft Entra ID.',
      open: 'Handtekening',
      openTip: 'Bekijk de handtekening die je mails krijgen, en zet hem in deze.',
      insert: 'Mijn handtekening invoegen',
      insertTip: 'Zet je handtekening in wat je schrijft, ook als hij er al eerder in stond.',
    },
  },
  de: {
    locale: 'de-DE',
    texts: {
      summary: 'Die Signatur, die mit Microsoft Entra ID stimmt, in allem, was Sie schreiben.',
      description:
        'Setzt in jede neue E-Mail, Antwort, Weiterleitung und jeden Termin die Signatur, die mit Microsoft Entra ID übereinstimmt.',
      open: 'Signatur',
      openTip: 'Sehen Sie, welche Signatur Ihre E-Mails erhalten, und fügen Sie sie in diese ein.',
      insert: 'Meine Signatur einfügen',
      insertTip: 'Fügt Ihre Signatur in das ein, was Sie schreiben, auch wenn sie schon einmal darin war.',
    },
  },
  fr: {
    locale: 'fr-FR',
    texts: {
      summary: 'La signature conforme à Microsoft Entra ID, dans tout ce que vous écrivez.',
      description:
        'Ajoute à chaque nouveau message, réponse, transfert et rendez-vous la signature conforme à Microsoft Entra ID.',
      open: 'Signature',
      openTip: 'Voyez la signature que reçoivent vos messages et insérez-la dans celui-ci.',
      insert: 'Insérer ma signature',
      insertTip: 'Insère votre signature dans ce que vous écrivez, même si elle y a déjà été.',
    },
  },
};
