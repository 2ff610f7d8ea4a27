export const views = ['desktop', 'phone', 'text'] as const;
export const themes = ['light', 'dark', 'both'] as const;

/** How the previews are shown. */
export interface PreviewLook {
  readonly view: (typeof views)[number];
  readonly theme: (typeof themes)[number];
}
