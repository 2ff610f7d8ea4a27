import { ApiProblem } from '../../api/client/apiProblem.ts';

/** What is wrong with the one value that was refused, else with the whole request. */
export const complaintOf = (error: unknown): unknown =>
  error instanceof ApiProblem && error.errors[0]?.code !== undefined
    ? new ApiProblem({ code: error.errors[0].code, detail: error.errors[0].message })
    : error;
