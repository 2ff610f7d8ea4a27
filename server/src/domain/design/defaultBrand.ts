import type { Brand } from './signature.ts';

/** What a tenant starts with that has not said anything yet. */
export const defaultBrand: Brand = {
  logo: null,
  colors: { accent: '#0f6cbd', text: '#1f1f1f', muted: '#5c5c5c' },
  fontFamily: 'Segoe UI, Arial, sans-serif',
  website: '',
};
