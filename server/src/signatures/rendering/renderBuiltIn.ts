import { builtInDesign } from '../../domain/design/builtInDesign.ts';
import { openDesign } from '../../domain/design/openDesign.ts';
import { usualFields } from '../../domain/fields/fieldSettings.ts';
import { fieldTypesOf } from '../../domain/fields/fieldTypeOf.ts';

/** The signature everybody has until an admin assigns another; it shows neither images nor icons. */
export const renderBuiltIn = openDesign(builtInDesign, {
  image: () => null,
  logo: null,
  iconUrl: () => '',
  typeOf: fieldTypesOf(usualFields),
});
