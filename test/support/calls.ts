import { Session } from 'node:inspector';

/** The number of function calls during some work. Unlike its time, it is the same on every machine. */
export function callsDuring(work: () => void): number {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  let calls = 0;
  try {
    work();
    session.post('Profiler.takePreciseCoverage', (_, { result }) => {
      const functions = result.flatMap((script) => script.functions);
      calls = functions.reduce((sum, { ranges }) => sum + ranges[0]!.count, 0);
    });
  } finally {
    session.disconnect();
  }
  return calls;
}
