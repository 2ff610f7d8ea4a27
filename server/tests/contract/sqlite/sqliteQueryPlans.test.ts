import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { countSegment, selectSegment } from '../../../src/storage/sqlite/read/selectSql.ts';
import { repositoriesContract } from '../repositoriesContract.ts';
import { makeDirectory, openSqliteTarget } from '../support/targets/sqliteTarget.ts';

const statements = new Set<string>();

describe('query plans of all repositories on SQLite', () => {
  const directory = makeDirectory();
  let database: DatabaseSync;
  beforeAll(async () => {
    const engine = await openSqliteEngine({ directory, declarations });
    await engine.close();
    database = new DatabaseSync(join(directory, 'undersign.db'));
  });
  afterAll(() => {
    database.close();
    rmSync(directory, { recursive: true });
  });

  // Every method of every repository runs here once more, so what they lead to is every statement there is.
  describe('once all methods have run', () => {
    repositoriesContract(openSqliteTarget({ onPrepare: (sql) => statements.add(sql) }));
    // Not tests beside them: the order of those may be any.
    afterAll(() => {
      noStatementWalksATable();
      everyPageIsInOrder();
    });
  });

  const planOf = (sql: string): readonly string[] =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => String(row['detail']));
  const reads = (): readonly string[] => [...statements].filter((sql) => sql.startsWith('SELECT'));
  /** Driven by a word that at most 2,000 rows hold: those few are sorted, see `fewRows`. */
  const isDrivenByWord = (sql: string): boolean => sql.includes(' row IN (');

  /** What is written of many at once comes as a list in JSON, which is walked and is no table. */
  const isWalk = (step: string): boolean =>
    step.startsWith('SCAN') && !/^SCAN (\(subquery|\w+ VIRTUAL TABLE)/.test(step);

  const noStatementWalksATable = (): void => {
    expect(reads().length).toBeGreaterThan(40);
    const walking = [...statements]
      .filter((sql) => !sql.startsWith('CREATE'))
      .map((sql) => ({ sql, plan: planOf(sql).filter(isWalk) }))
      .filter(({ plan }) => plan.length > 0);
    expect(walking).toEqual([]);
  };

  /** Only the few rows of a rare word are sorted. */
  const everyPageIsInOrder = (): void => {
    const pages = reads().filter((sql) => sql.includes('ORDER BY'));
    const inOrder = pages.filter((sql) => !isDrivenByWord(sql));
    const sorted = inOrder.filter((sql) => planOf(sql).some((step) => step.includes('TEMP B-TREE')));
    expect(sorted).toEqual([]);
    const unindexed = inOrder.filter(
      (sql) => !planOf(sql).every((step) => /^SEARCH .* USING (COVERING )?INDEX/.test(step)),
    );
    expect(unindexed).toEqual([]);
    expect(pages.filter(isDrivenByWord).length).toBeGreaterThan(0);
  };

  test('a word that many hold is looked up once, beside a walk that stays in order', () => {
    const equals = [{ key: 'status', value: 'active' }];
    const word = { key: 'tokens', kind: 'prefix', value: 'anna' } as const;
    const index = ['status', 'name'];
    const query = {
      equals,
      sort: 'name',
      limit: { kind: 'none' },
      multi: [word],
      index,
      unique: false,
      partial: false,
    } as const;
    const read = { collection: 'teammates', tenant: 1, query, segment: { kind: 'all' }, descending: false } as const;
    const plan = planOf(selectSegment({ ...read, drive: null, sets: [word] }, 50).sql);
    expect(plan[0]).toBe('SEARCH teammates USING INDEX i_teammates_status_name_id (tenant_number=? AND k_status=?)');
    expect(plan.filter((step) => step.startsWith('LIST SUBQUERY'))).toHaveLength(1);
    expect(plan.filter((step) => step.includes('TEMP B-TREE') || step.startsWith('SCAN'))).toEqual([]);
    const counted = planOf(countSegment({ ...read, drive: null, sets: [word] }).sql);
    expect(counted[0]).toMatch(/^SEARCH teammates USING COVERING INDEX/);
  });

  test('every walk along an index begins with the tenant', () => {
    const searches = reads()
      .flatMap(planOf)
      .filter((step) => /^SEARCH .*INDEX/.test(step));
    const foreign = searches.filter((step) => !/\(tenant_number[=>]\?/.test(step) && !step.includes('undersign_'));
    expect(foreign).toEqual([]);
  });
});
