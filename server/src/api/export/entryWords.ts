import type { Language } from '../../contract/signatures/languages.ts';
import type { PlanAction } from '../../domain/plan/plan.ts';

/** What columns are called in a file of a preview, and of what a sync did. */
export const entryHeads: Readonly<Record<'plan' | 'changes', Readonly<Record<Language, readonly string[]>>>> = {
  plan: {
    en: ['Name', 'Mail', 'Action', 'Field', 'Now', 'Then', 'Why', 'Id'],
    nl: ['Naam', 'E-mail', 'Actie', 'Veld', 'Nu', 'Straks', 'Waarom', 'Id'],
    de: ['Name', 'E-Mail', 'Aktion', 'Feld', 'Jetzt', 'Dann', 'Warum', 'ID'],
    fr: ['Nom', 'E-mail', 'Action', 'Champ', 'Maintenant', 'Ensuite', 'Pourquoi', 'ID'],
  },
  changes: {
    en: ['Name', 'Mail', 'Action', 'Field', 'Before', 'After', 'At', 'Id'],
    nl: ['Naam', 'E-mail', 'Actie', 'Veld', 'Eerst', 'Daarna', 'Wanneer', 'Id'],
    de: ['Name', 'E-Mail', 'Aktion', 'Feld', 'Vorher', 'Nachher', 'Wann', 'ID'],
    fr: ['Nom', 'E-mail', 'Action', 'Champ', 'Avant', 'Après', 'Quand', 'ID'],
  },
};

type Actions = Readonly<Record<PlanAction, string>>;

interface Words {
  readonly planned: Actions;
  readonly done: Actions;
  readonly yes: string;
  readonly no: string;
}

/** What would happen to somebody, or did, in one word, and values that are no text. */
export const entryWords: Readonly<Record<Language, Words>> = {
  en: {
    planned: { add: 'Add', update: 'Update', enable: 'Bring back', disable: 'Disable', remove: 'Remove', hold: 'Hold' },
    done: {
      add: 'Added',
      update: 'Updated',
      enable: 'Back again',
      disable: 'Disabled',
      remove: 'Removed',
      hold: 'Held',
    },
    ...{ yes: 'yes', no: 'no' },
  },
  nl: {
    planned: {
      add: 'Toevoegen',
      update: 'Bijwerken',
      enable: 'Terughalen',
      disable: 'Uitschakelen',
      remove: 'Verwijderen',
      hold: 'Vasthouden',
    },
    done: {
      add: 'Toegevoegd',
      update: 'Bijgewerkt',
      enable: 'Weer terug',
      disable: 'Uitgeschakeld',
      remove: 'Verwijderd',
      hold: 'Vastgehouden',
    },
    ...{ yes: 'ja', no: 'nee' },
  },
  de: {
    planned: {
      add: 'Hinzufügen',
      update: 'Aktualisieren',
      enable: 'Wiederherstellen',
      disable: 'Deaktivieren',
      remove: 'Entfernen',
      hold: 'Zurückhalten',
    },
    done: {
      add: 'Hinzugefügt',
      update: 'Aktualisiert',
      enable: 'Wieder da',
      disable: 'Deaktiviert',
      remove: 'Entfernt',
      hold: 'Zurückgehalten',
    },
    ...{ yes: 'ja', no: 'nein' },
  },
  fr: {
    planned: {
      add: 'Ajouter',
      update: 'Mettre à jour',
      enable: 'Rétablir',
      disable: 'Désactiver',
      remove: 'Retirer',
      hold: 'Retenir',
    },
    done: {
      add: 'Ajouté',
      update: 'Mis à jour',
      enable: 'De retour',
      disable: 'Désactivé',
      remove: 'Retiré',
      hold: 'Retenu',
    },
    ...{ yes: 'oui', no: 'non' },
  },
};
