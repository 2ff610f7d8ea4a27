/** What of a tenant the pane shows and may go stale. Apart from its schema: the pane starts without any. */
export const eventTopics = ['connection', 'selection', 'settings', 'sync', 'runs'] as const;
export type EventTopic = (typeof eventTopics)[number];
