import { z } from 'zod';

const named = z.object({ id: z.string(), displayName: z.string() });

export const inclusionReasonSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('everyone') }),
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('group'), chain: z.array(named).describe('From the picked group to the direct one.') }),
    z.object({ kind: z.literal('unit'), unit: named, chain: z.array(named) }),
  ])
  .meta({ id: 'InclusionReason' });

export const omissionReasonSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('notPicked') }),
    z.object({ kind: z.literal('excludedPerson') }),
    z.object({ kind: z.literal('excludedGroup'), chain: z.array(named) }),
    z.object({ kind: z.literal('agent') }),
    z.object({ kind: z.literal('accountDisabled') }),
    z.object({ kind: z.literal('guest') }),
    z.object({ kind: z.literal('notGuest') }),
    z.object({ kind: z.literal('noMailbox') }),
    z.object({ kind: z.literal('otherDomain'), domain: z.string() }),
    z.object({ kind: z.literal('erased') }).describe('Erased on request; an administrator may let them in again.'),
    z.object({ kind: z.literal('notInDirectory') }),
  ])
  .meta({ id: 'OmissionReason' });

export const scopeVerdictSchema = z
  .discriminatedUnion('inScope', [
    z.object({ inScope: z.literal(true), reasons: z.array(inclusionReasonSchema) }),
    z.object({ inScope: z.literal(false), omission: omissionReasonSchema, despite: z.array(inclusionReasonSchema) }),
  ])
  .meta({ id: 'ScopeVerdict' });

export type InclusionReason = z.infer<typeof inclusionReasonSchema>;
export type OmissionReason = z.infer<typeof omissionReasonSchema>;
export type ScopeVerdict = z.infer<typeof scopeVerdictSchema>;
