// Preloaded into a run: stops it in the middle of one of its writes, or with STOP_IN=walk when it opens a folder. STOP_AT
// counts the calls of the functions below; STOP_WITH is the signal. A text that is being written is cut off first, as a full buffer or a lost machine would.
const fs = require('node:fs');

const { STOP_AT, STOP_IN, STOP_WITH } = process.env;
let calls = 0;

const WRITES = ['openSync', 'writeSync', 'closeSync', 'chownSync', 'chmodSync', 'renameSync'];
for (const name of STOP_IN === 'walk' ? ['readdirSync'] : WRITES) {
  const real = fs[name];
  fs[name] = (...args) => {
    // Reading opens and closes too: what counts is what is done to our own temporary files.
    const counts = name === 'openSync' ? args[1] === 'wx' : name !== 'closeSync';
    if (counts && ++calls === Number(STOP_AT)) {
      if (name === 'writeSync' && STOP_WITH === 'SIGKILL')
        real(args[0], args[1].subarray(0, args[1].length / 2));
      process.kill(process.pid, STOP_WITH);
      // A slow disk: a run lets Ctrl-C in between two writes when 50 ms have passed.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    }
    return real(...args);
  };
}
