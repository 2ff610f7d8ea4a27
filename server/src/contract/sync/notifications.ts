import { z } from 'zod';

/** Graph proves an address by asking for this text back. */
export const handshakeQuerySchema = z.object({
  validationToken: z.string().max(2048, 'is longer than any that Graph sends').optional(),
});

/** What Graph posts. Nothing of it is believed; what does not prove to come from Graph is ignored without a word. */
export const notificationsSchema = z
  .looseObject({ value: z.unknown().optional().describe('Notifications, as Microsoft Graph describes them.') })
  .meta({ id: 'ChangeNotifications' });
