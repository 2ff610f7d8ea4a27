/**
 * Griffel turns every style around for languages that are written from right to left. None of ours is, and what mirrors it would
 * be downloaded by everybody: the build puts this in the place of `rtl-css-js/core`. Goes with the first language that is.
 */
export const convert = <Styles>(styles: Styles): Styles => styles;

export const convertProperty = <Value>(key: string, value: Value) => ({ key, value });
