import type { DesignPerson } from '../domain/design/designPerson.ts';
import type { Rendered } from '../domain/design/render/renderComposition.ts';
import { smartFields } from '../domain/fields/smartFields.ts';
import type { ComposeType } from '../domain/signature/composeType.ts';
import { defaultTemplate } from '../domain/signature/defaultTemplate.ts';
import { renderSignature } from '../domain/signature/renderSignature.ts';

/** The signature everybody has until an admin assigns another. */
export const renderBuiltIn = (composeType: ComposeType, { values }: DesignPerson): Rendered => {
  const flat = Object.fromEntries(smartFields.map(({ key }) => [key, values[`person.${key}`] ?? '']));
  return { ...renderSignature(defaultTemplate, composeType, flat), ghosts: [] };
};
