import { describe, expect, test } from '@jest/globals';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { grantedRoleSchema } from '../../contract/manage/roles.ts';
import { roleSchema } from '../../contract/manage/session.ts';
import { grantedRoles } from '../../domain/access/roleGrants.ts';

describe('who may call', () => {
  test('is a signature administrator, besides what auditors may, for making and assigning signatures alone', () => {
    const theirs = Object.entries<Endpoint>(endpoints).filter(([, { access }]) => access === 'designer');
    expect(theirs.map(([name]) => name).toSorted()).toEqual([
      ...['createSignature', 'deleteImage', 'deleteSignature', 'duplicateSignature'],
      // Whom a rule names is found in the directory.
      ...['findGroups', 'findUnits', 'findUsers'],
      ...['importSignatures', 'previewImport', 'publishSignature', 'putAssignments', 'putBrand', 'putSignature'],
      ...['recogniseSignature', 'undeleteSignature', 'unpublishSignature', 'uploadImage'],
    ]);
  });

  test('are auditors only where nothing is changed', () => {
    const changing = Object.values<Endpoint>(endpoints).filter(
      ({ access, method, audited }) => access === 'auditor' && method !== 'get' && audited !== false,
    );
    expect(changing.map(({ path }) => path)).toEqual([]);
  });

  test('is told in the same words everywhere', () => {
    expect(grantedRoleSchema.options).toEqual([...grantedRoles]);
    expect(roleSchema.options).toEqual([...grantedRoles, 'teammate']);
  });
});
