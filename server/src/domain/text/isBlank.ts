/**
 * White space, controls, halves of characters, and all that Unicode draws as nothing: soft hyphens, zero-width spaces,
 * fillers of Hangul, lone variation selectors, the empty Braille pattern; and what stands for no character, such as the sign
 * that a picture leaves where text is pasted (U+FFFC).
 * https://unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
const invisible =
  /[\p{White_Space}\p{Cc}\p{Cs}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff0-\ufffc\u2800]/gu;

/** Signs of which everybody sees something: enough to know that a text is not blank. */
const seen = /[!-~]/;

/** Whether nobody could see anything of it. The one meaning of "not filled in" in the whole product. */
export const isBlank = (text: string | null | undefined): boolean =>
  text === null || text === undefined || (!seen.test(text) && text.replace(invisible, '') === '');
