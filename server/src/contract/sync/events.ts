import { z } from 'zod';
import { eventTopics } from './eventTopics.ts';

/** What may go stale: a mark per topic, another one whenever something of it changed. */
export const eventMarksSchema = z
  .record(z.enum(eventTopics), z.string())
  .meta({ id: 'EventMarks', description: 'Opaque; equal marks mean that nothing of the topic changed.' });
export type EventMarks = z.infer<typeof eventMarksSchema>;
