// Preloaded into a run to stop it during one of its writes, or with STOP_IN=walk when it opens a folder.
// STOP_AT counts the calls of the functions below; STOP_WITH is the signal. A text being written is truncated
// first, as a full disk or a power failure would.
const fs = require('node:fs');

const { STOP_AT, STOP_IN, STOP_WITH } = process.env;
let calls = 0;

const WRITES = ['openSync', 'writeSync', 'closeSync', 'chownSync', 'chmodSync', 'renameSync'];
for (const name of STOP_IN === 'walk' ? ['readdirSync'] : WRITES) {
  const real = fs[name];
  fs[name] = (...args) => {
    // Reads also open and close files, so only operations on our own temporary files count.
    const counts = name === 'openSync' ? args[1] === 'wx' : name !== 'closeSync';
    if (counts && ++calls === Number(STOP_AT)) {
      if (name === 'writeSync' && STOP_WITH === 'SIGKILL')
        real(args[0], args[1].subarray(0, args[1].length / 2));
      process.kill(process.pid, STOP_WITH);
      // Simulates a slow disk: a run checks for Ctrl-C between two writes once 50 ms have passed.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    }
    return real(...args);
  };
}
