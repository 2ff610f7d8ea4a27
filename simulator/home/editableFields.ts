import type { DirectoryUser, UserProperties } from '../directory/model.ts';

interface EditableField {
  name: string;
  label: string;
  type: 'text' | 'tel';
  read: (user: DirectoryUser) => string;
  /** An empty text clears the property. */
  change: (text: string) => Partial<UserProperties>;
}

export const EDITABLE: readonly EditableField[] = [
  {
    name: 'jobTitle',
    label: 'Job title',
    type: 'text',
    read: ({ jobTitle }) => jobTitle ?? '',
    change: (text) => ({ jobTitle: text || null }),
  },
  {
    name: 'department',
    label: 'Department',
    type: 'text',
    read: ({ department }) => department ?? '',
    change: (text) => ({ department: text || null }),
  },
  {
    name: 'businessPhone',
    label: 'Phone',
    type: 'tel',
    read: ({ businessPhones }) => businessPhones?.[0] ?? '',
    change: (text) => ({ businessPhones: text ? [text] : [] }),
  },
  {
    name: 'mobilePhone',
    label: 'Mobile phone',
    type: 'tel',
    read: ({ mobilePhone }) => mobilePhone ?? '',
    change: (text) => ({ mobilePhone: text || null }),
  },
];

/** Only what was changed: what was never set stays so. */
export function profileChanges(user: DirectoryUser, form: URLSearchParams): Partial<UserProperties> {
  const changed = EDITABLE.filter(({ name, read }) => (form.get(name)?.trim() ?? read(user)) !== read(user));
  return Object.assign(
    {},
    ...changed.map(({ name, change }) => change(form.get(name)?.trim() ?? '')),
  ) as Partial<UserProperties>;
}
