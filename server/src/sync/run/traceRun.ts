import type { Tracer } from '../../ports/telemetry/tracer.ts';
import type { RunLog } from './runLog.ts';

/** One turn of a run as a span, with what Microsoft Graph is asked in it. */
export const traceRun = async <T>(
  tracer: Tracer | undefined,
  log: Pick<RunLog, 'current'>,
  work: () => Promise<T>,
): Promise<T> => {
  if (tracer === undefined) return work();
  const { id, kind, mode, trigger } = log.current();
  const span = tracer.begin(`run ${kind}`, 'internal', { 'undersign.run.id': id, 'undersign.run.trigger': trigger });
  try {
    return await span.within(work);
  } finally {
    const { status, failure, progress } = log.current();
    span.end({
      attributes: {
        'undersign.run.mode': mode,
        'undersign.run.status': status,
        'undersign.run.people': progress.peopleRead,
        'undersign.run.applied': progress.applied,
      },
      failed: failure?.code,
    });
  }
};
