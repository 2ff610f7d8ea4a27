import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { declarations } from '../../../src/storage/declare/collections.ts';
import type { CollectionDeclaration } from '../../../src/storage/collection.ts';
import type { AnyDeclaration } from '../../../src/storage/declare/declaration.ts';
import { shapeOf } from '../../../src/storage/mongo/documentShape.ts';
import { newStamp, storedFields } from '../../../src/storage/mongo/layout.ts';
import { openMongoEngine } from '../../../src/storage/mongo/openMongoEngine.ts';
import { parseStored } from '../../../src/storage/mongo/read/parseStored.ts';
import { schemas } from '../../../src/storage/mongo/schemas/schemas.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import { documentArbitraries } from '../support/everyCollection.ts';

const schemaOf = ({ name }: AnyDeclaration) => schemas.find((schema) => schema.name === name)!.schema;
const sampled = declarations.filter(({ name }) => documentArbitraries[name] !== undefined);
/** Samples are documents of the collection they are named after. */
const known = (declaration: AnyDeclaration): CollectionDeclaration<unknown> => declaration as never;

describe('the schemas of what is kept on MongoDB', () => {
  test('there is exactly one for each collection', () => {
    expect(schemas.map(({ name }) => name).sort()).toEqual(declarations.map(({ name }) => name).sort());
  });

  test('fields that are ours begin with an underscore, and no field of the domain does', () => {
    for (const { schema } of schemas) {
      expect(Object.keys(schema.paths).filter((path) => path.startsWith('_') && path !== '_id')).toEqual([]);
    }
  });

  test.each(sampled.map((declaration) => [declaration.name, declaration] as const))(
    'what is written to %s is what its schema says, and comes back as it was',
    (name, declaration) => {
      const shape = shapeOf(schemaOf(declaration));
      fc.assert(
        fc.property(documentArbitraries[name]!, (document) => {
          const id = `t/${known(declaration).id(document)}`;
          const stored = storedFields(
            known(declaration),
            { _id: id, _tenant: 't', _revision: 3, _stamp: newStamp() },
            document,
          );
          shape.checkKnown(name, document);
          const read = parseStored({ declaration: known(declaration), shape }, 't', stored);
          expect(read).toEqual({ document, revision: 3 });
        }),
        { numRuns: 30 },
      );
    },
  );
});

describeMongo('documents of every collection on MongoDB', (mongo) => {
  test('come back as they were put', async () => {
    const { url } = mongo.openDatabase();
    const engine = await openMongoEngine({ url, declarations, schemas });
    try {
      for (const declaration of sampled) {
        const collection = engine.collection(known(declaration));
        const documents = fc.sample(documentArbitraries[declaration.name]!, 8);
        const byId = new Map(documents.map((document) => [known(declaration).id(document).toWellFormed(), document]));
        // Samples may share a unique key, which is not what is looked at here.
        for (const document of byId.values()) await collection.write('t', [{ put: document }]);
        for (const [id, document] of byId) expect((await collection.get('t', id))?.document).toEqual(document);
      }
    } finally {
      await engine.close();
    }
  });
});
