import { z } from 'zod';
import { pageOf } from '../paging.ts';
import { extensionNameSchema } from '../signatures/fields.ts';

export const directoryQuerySchema = z.object({
  search: z.string().trim().max(120).default(''),
  cursor: z.string().max(8000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const directoryUserSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    userPrincipalName: z.string(),
    mail: z.string().nullable(),
    jobTitle: z.string().nullable(),
    department: z.string().nullable(),
    accountEnabled: z.boolean(),
    userType: z.enum(['Member', 'Guest']),
  })
  .meta({ id: 'DirectoryUser' });

export const directoryGroupSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    description: z.string().nullable(),
    kind: z.enum(['security', 'microsoft365', 'distribution', 'mailSecurity']),
    isDynamic: z.boolean(),
    hasHiddenMembers: z.boolean(),
    memberCount: z.number().int().nullable().describe('Direct members; null when it could not be read.'),
  })
  .meta({ id: 'DirectoryGroup' });

export const directoryUnitSchema = z
  .object({
    id: z.string(),
    displayName: z.string(),
    description: z.string().nullable(),
    isDynamic: z.boolean(),
    hasHiddenMembers: z.boolean(),
    memberCount: z.number().int().nullable(),
  })
  .meta({ id: 'DirectoryUnit' });

export const directoryExtensionsSchema = z
  .object({
    extensions: z
      .array(
        z.object({
          name: extensionNameSchema,
          appDisplayName: z.string().nullable().describe('Of the app that added it.'),
          type: z.enum(['text', 'date']),
        }),
      )
      .nullable()
      .describe('Null: the permission to list them is missing. Those that are named can be read all the same.'),
    permission: z.string().describe('What listing them takes.'),
  })
  .meta({ id: 'DirectoryExtensions' });

export const directoryUserPageSchema = pageOf(directoryUserSchema).meta({ id: 'DirectoryUserPage' });
export const directoryGroupPageSchema = pageOf(directoryGroupSchema).meta({ id: 'DirectoryGroupPage' });
export const directoryUnitPageSchema = pageOf(directoryUnitSchema).meta({ id: 'DirectoryUnitPage' });

export type DirectoryExtensions = z.infer<typeof directoryExtensionsSchema>;
export type DirectoryUser = z.infer<typeof directoryUserSchema>;
export type DirectoryUserPage = z.infer<typeof directoryUserPageSchema>;
export type DirectoryGroupPage = z.infer<typeof directoryGroupPageSchema>;
export type DirectoryUnitPage = z.infer<typeof directoryUnitPageSchema>;
