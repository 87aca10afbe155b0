// CPU and memory of a program and all that it starts, asked of /proc five times a second: Linux only.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

/** CPU seconds of all processes together, and the largest sum of their proportional shares of memory. */
export async function measureTree(program, args) {
  const child = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
  });
  const ticks = new Map();
  let megabytes = 0;
  const timer = setInterval(() => {
    let now = 0;
    for (const pid of familyOf(child.pid)) {
      try {
        ticks.set(pid, ticksOf(pid));
        now += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
      } catch {} // It has ended in between.
    }
    megabytes = Math.max(megabytes, now);
  }, 200);
  const code = await ended;
  clearInterval(timer);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  const sum = [...ticks.values()].reduce((total, one) => total + one, 0);
  return { cpu: sum / TICKS, megabytes: Math.round(megabytes) };
}

function fieldsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function ticksOf(pid) {
  const fields = fieldsOf(pid);
  return Number(fields[11]) + Number(fields[12]);
}

function familyOf(root) {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      parents.set(Number(name), Number(fieldsOf(name)[1]));
    } catch {} // It has ended in between.
  }
  const belongs = (pid) => pid === root || (parents.has(pid) && belongs(parents.get(pid)));
  return [...parents.keys()].filter(belongs);
}
