/** What a failed call looked like to the app. */
export interface Failure {
  class: string;
  name: string;
  message: string;
  code?: unknown;
  status?: unknown;
  cause?: unknown;
}

/** Runs something that may fail and tells how, so that a test can look at what the app saw. */
export async function attempt<T>(
  run: () => T | Promise<T>,
): Promise<{ ok: T } | { failure: Failure }> {
  try {
    return { ok: await run() };
  } catch (error) {
    const e = error as Error & {
      code?: unknown;
      status?: unknown;
      responseDetails?: { status: number };
      cause?: { code?: unknown };
    };
    return {
      failure: {
        class: e.constructor.name,
        name: e.name,
        message: e.message,
        code: e.code,
        status: e.status ?? e.responseDetails?.status,
        cause: e.cause?.code,
      },
    };
  }
}
