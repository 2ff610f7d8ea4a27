import { isBlank } from './isBlank.ts';

/** Line breaks and tabs part words; other controls are nothing that a person typed on purpose. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]/gu;

/**
 * Controls, halves of characters, code points that will never be characters, and what turns the direction of all that
 * follows: an override without an end in a job title would turn the rest of the mail around. Marks of direction
 * (U+200E, U+200F, U+061C) only speak for themselves and stay. https://unicode.org/reports/tr9/
 */
const unfit = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufff0-\ufffc\u202a-\u202e\u2066-\u2069]/gu;

/** Most values: nothing in them that would have to go. */
const fit = /^[!-~](?:[ -~]*[!-~])?$/;

/** What of a directory's value can be put into a mail; empty when there is nothing to see. Never fails. */
export const presentable = (value: string | null | undefined): string => {
  if (value === null || value === undefined) return '';
  if (fit.test(value)) return value;
  const text = value.replace(breaks, ' ').replace(unfit, '').trim();
  return isBlank(text) ? '' : text;
};

/** Lines of a value: "Tower House", "3 Main Street". */
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/u;

/** The same of a value on one line, its lines parted as people part them: "Tower House, 3 Main Street". */
export const presentableOnOneLine = (value: string | null | undefined): string => {
  if (value === null || value === undefined || !lineBreak.test(value)) return presentable(value);
  const lines = value
    .split(lineBreak)
    .map(presentable)
    .filter((line) => line !== '');
  return lines.length === 0
    ? ''
    : lines.reduce((before, line) => `${before}${/[,;:/|-]$/.test(before) ? ' ' : ', '}${line}`);
};

/** Scripts that are written from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\u200f\u061c]/u;

/** Before Hebrew no script is written from right to left. */
const beyondGreek = /[\u0590-\uffff]/;

/** Whether a value could mix its order with that of the words around it. */
export const needsIsolation = (value: string): boolean => beyondGreek.test(value) && rightToLeft.test(value);
