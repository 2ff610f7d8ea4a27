type Rgb = readonly [number, number, number];

const rgbOf = (color: string): Rgb => {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = ([red, green, blue]: Rgb): number => {
  const part = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
};

const ratio = (one: Rgb, other: Rgb): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Contrast of two colours `#rrggbb`, 1–21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export const contrastOf = (color: string, background: string): number => ratio(rgbOf(color), rgbOf(background));

/** What Outlook and others put behind a mail in dark mode. */
const darkPage: Rgb = [31, 31, 31];

/** The same hue with light for dark: what mail programs make of a colour that cannot be read on a dark page. */
const turned = ([red, green, blue]: Rgb): Rgb => {
  const sum = Math.max(red, green, blue) + Math.min(red, green, blue);
  const shift = 255 - sum;
  const part = (value: number): number => Math.min(255, Math.max(0, value + shift));
  return [part(red), part(green), part(blue)];
};

/** Contrast on a dark page, as it is or as mail programs turn it, whichever is better. */
export const contrastInDark = (color: string): number =>
  Math.max(ratio(rgbOf(color), darkPage), ratio(turned(rgbOf(color)), darkPage));
