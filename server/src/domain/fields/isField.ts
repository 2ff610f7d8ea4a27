import { pathOf } from './pathOf.ts';
import { smartFields } from './smartFields.ts';

const paths = new Set([...smartFields.map(({ key }) => pathOf(key)), 'person.address']);

/** Whether there is a field of this path. What tenants add themselves is not looked up here. */
export const isField = (path: string): boolean => paths.has(path) || path.startsWith('person.custom.');
