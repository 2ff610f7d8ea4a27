import { useEffect, useRef, useState } from 'react';
import type { RegistrationRequest, RegistrationResult } from '../../../../server/src/contract/manage/connection.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useSaveRegistration } from '../../../api/manage/connectionApi.ts';

/** In milliseconds. The first tokens after a consent may lack roles for a minute or two. */
const between = 5_000;
const patience = 3 * 60_000;

/** The permissions an answer says are missing; null where it is about something else. */
export function missingPermissions(problem: unknown): readonly string[] | null {
  if (!(problem instanceof ApiProblem)) return null;
  if (!problem.errors.some(({ code }) => code === 'permissions-missing')) return null;
  const { missing } = problem.values;
  return Array.isArray(missing) ? missing : [];
}

interface Order {
  readonly body: RegistrationRequest;
  readonly onSaved: (result: RegistrationResult) => void;
}

/**
 * Saving a registration whose permissions may have been granted a moment ago: what is missing is looked for again for a
 * while before it is called missing, so that nobody pastes a secret twice for nothing.
 */
export function usePatientSave() {
  const save = useSaveRegistration();
  const order = useRef<Order | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const [onTheWay, setOnTheWay] = useState<readonly string[] | null>(null);
  const { mutate, error } = save;
  const send = () => {
    const { current } = order;
    if (!current) return;
    mutate(current.body, {
      onSuccess: (result) => {
        stop();
        current.onSaved(result);
      },
      onError: (problem) => setOnTheWay(missingPermissions(problem)),
    });
  };
  const stop = () => {
    order.current = null;
    setUntil(null);
    setOnTheWay(null);
  };
  const again = useRef(send);
  useEffect(() => {
    again.current = send;
  });
  useEffect(() => {
    if (until === null || missingPermissions(error) === null) return undefined;
    const timer = setTimeout(() => {
      if (Date.now() < until) again.current();
      else setUntil(null);
    }, between);
    return () => clearTimeout(timer);
  }, [until, error]);
  return {
    start: (body: RegistrationRequest, onSaved: Order['onSaved']) => {
      order.current = { body, onSaved };
      setOnTheWay(null);
      setUntil(Date.now() + patience);
      send();
    },
    stop,
    error,
    isPending: save.isPending,
    /** What is being waited for; null while nothing is. */
    onTheWay: until === null ? null : onTheWay,
  };
}
