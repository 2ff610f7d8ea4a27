import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../../../api/client/apiProblem.ts';
import { Autosave, RETRY_MS, SETTLE_MS, type AutosaveParts } from './autosave.ts';

type Kept = { value: string; revision: number };

/** A server with revisions, and a clock that moves when the test says so. */
const openDesk = (kept: Kept | null = null) => {
  const server = { value: 'stored', revision: 3 };
  const desk = {
    server,
    kept,
    saves: 0,
    failure: null as ApiProblem | null,
    /** Waits here before it answers, where a test wants to be in the middle of a save. */
    gate: Promise.resolve(),
    waiting: null as { callback: () => void; milliseconds: number } | null,
  };
  const parts: AutosaveParts<string> = {
    saved: { ...server },
    kept,
    save: async (value, revision) => {
      desk.saves += 1;
      await desk.gate;
      if (desk.failure) throw desk.failure;
      if (revision !== server.revision) throw new ApiProblem({ code: 'signature-changed', status: 409 });
      Object.assign(server, { value, revision: revision + 1 });
      return server.revision;
    },
    keep: (next) => (desk.kept = next),
    later: (callback, milliseconds) => {
      desk.waiting = { callback, milliseconds };
      return () => (desk.waiting = null);
    },
  };
  return { desk, autosave: new Autosave(parts) };
};

describe('saving by itself', () => {
  it('waits for a pause, saves once, and keeps nothing on the device any more', async () => {
    const { desk, autosave } = openDesk();
    autosave.change('a');
    autosave.change('ab');
    expect([autosave.snapshot().state, desk.saves, desk.kept]).toEqual(['waiting', 0, { value: 'ab', revision: 3 }]);
    expect(desk.waiting?.milliseconds).toBe(SETTLE_MS);
    await autosave.flush();
    expect(autosave.snapshot()).toEqual({ value: 'ab', state: 'saved', problem: null });
    expect([desk.server.value, desk.saves, desk.kept]).toEqual(['ab', 1, null]);
  });

  it('saves what was typed during a save after it, over the revision that came of it', async () => {
    const { desk, autosave } = openDesk();
    let open = (): void => undefined;
    desk.gate = new Promise((resolve) => (open = resolve));
    autosave.change('one');
    const flushed = autosave.flush();
    autosave.change('two');
    expect(autosave.snapshot().state).toBe('saving');
    open();
    await flushed;
    expect([desk.server, desk.saves, autosave.snapshot().state]).toEqual([{ value: 'two', revision: 5 }, 2, 'saved']);
  });

  it('keeps going without a network, and saves when it is back', async () => {
    const { desk, autosave } = openDesk();
    desk.failure = new ApiProblem({ code: 'offline' });
    autosave.change('far away');
    await autosave.flush();
    expect([autosave.snapshot().state, desk.kept]).toEqual(['offline', { value: 'far away', revision: 3 }]);
    expect(desk.waiting?.milliseconds).toBe(RETRY_MS);
    desk.failure = null;
    await autosave.flush();
    expect([autosave.snapshot().state, desk.server.value]).toEqual(['saved', 'far away']);
  });

  it('says why it was refused, and tries again after the next change', async () => {
    const { desk, autosave } = openDesk();
    desk.failure = new ApiProblem({ code: 'invalid-request', status: 400 });
    autosave.change('bad');
    await autosave.flush();
    expect(autosave.snapshot()).toMatchObject({ state: 'failed', problem: { code: 'invalid-request' } });
    desk.failure = null;
    autosave.change('good');
    await autosave.flush();
    expect([autosave.snapshot().state, desk.server.value]).toEqual(['saved', 'good']);
  });

  it('never saves over somebody else’s, until it is told whose to keep', async () => {
    const { desk, autosave } = openDesk();
    Object.assign(desk.server, { value: 'theirs', revision: 4 });
    autosave.change('mine');
    await autosave.flush();
    autosave.change('mine, more');
    await autosave.flush();
    expect([autosave.snapshot().state, desk.server.value, desk.saves]).toEqual(['conflict', 'theirs', 1]);
    await autosave.keepMine(4);
    expect([autosave.snapshot().state, desk.server.value]).toEqual(['saved', 'mine, more']);
  });

  it('takes theirs where that is wanted, and forgets ours', async () => {
    const { desk, autosave } = openDesk();
    Object.assign(desk.server, { value: 'theirs', revision: 4 });
    autosave.change('mine');
    await autosave.flush();
    autosave.take({ value: 'theirs', revision: 4 });
    expect([autosave.snapshot(), desk.kept]).toEqual([{ value: 'theirs', state: 'saved', problem: null }, null]);
    autosave.change('theirs and mine');
    await autosave.flush();
    expect(desk.server.value).toBe('theirs and mine');
  });

  it('goes on after a reload with what was not saved, asks where somebody else saved, and forgets what is the same', () => {
    expect(openDesk({ value: 'left over', revision: 3 }).autosave.snapshot()).toMatchObject({
      value: 'left over',
      state: 'waiting',
    });
    expect(openDesk({ value: 'left over', revision: 2 }).autosave.snapshot()).toMatchObject({
      value: 'left over',
      state: 'conflict',
    });
    expect(openDesk({ value: 'stored', revision: 2 }).autosave.snapshot().state).toBe('saved');
  });
});
