import { toValue, type FilterImplOptions, type Liquid } from 'liquidjs';
import { knownLanguage } from '../../text/knownLanguage.ts';
import { personIn } from './dayFilters.ts';

type Filter = Extract<FilterImplOptions, (...asked: never[]) => unknown>;
type Change = (words: string, language: string) => string;

const capitalized: Change = (words, language) => {
  const [first = '', ...rest] = words;
  return first.toLocaleUpperCase(language) + rest.join('').toLocaleLowerCase(language);
};

/** Capitals and small letters as the language of the person has them: a Turkish İ, and Greek capitals without accents. */
export const registerCaseFilters = (engine: Liquid): void => {
  const filter = (change: Change): Filter =>
    function (value: unknown) {
      const words = String(toValue(value) ?? '');
      this.context.memoryLimit.use(words.length);
      return change(words, knownLanguage(personIn(this.context)?.language ?? ''));
    };
  engine.registerFilter(
    'upcase',
    filter((words, language) => words.toLocaleUpperCase(language)),
  );
  engine.registerFilter(
    'downcase',
    filter((words, language) => words.toLocaleLowerCase(language)),
  );
  engine.registerFilter('capitalize', filter(capitalized));
};
