import { z } from 'zod';

/** What of a tenant the pane shows and may go stale: a mark per topic, another one whenever something of it changed. */
export const eventTopics = ['connection', 'selection', 'settings', 'sync', 'runs'] as const;
export type EventTopic = (typeof eventTopics)[number];

export const eventMarksSchema = z
  .record(z.enum(eventTopics), z.string())
  .meta({ id: 'EventMarks', description: 'Opaque; equal marks mean that nothing of the topic changed.' });
export type EventMarks = z.infer<typeof eventMarksSchema>;
