/**
 * White space, controls, halves of characters, and all that Unicode draws as nothing: soft hyphens, zero-width spaces,
 * fillers of Hangul, lone variation selectors, the empty Braille pattern.
 * https://unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
const invisible = /[\p{White_Space}\p{Cc}\p{Cs}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Signs of which everybody sees something: enough to know that a text is not blank. */
const seen = /[!-~]/;

/** Whether nobody could see anything of it. The one meaning of "not filled in" in the whole product. */
export const isBlank = (text: string | null | undefined): boolean =>
  text === null || text === undefined || (!seen.test(text) && text.replace(invisible, '') === '');
