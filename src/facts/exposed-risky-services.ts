import { openFromOutside } from './kit/exposure.ts';

// File sharing, remote control, databases and management interfaces: what attackers look for first and what no stranger needs.
const RISKY_PORTS: ReadonlySet<number> = new Set([
  21, 23, 69, 111, 135, 137, 138, 139, 161, 389, 445, 512, 513, 514, 623, 873, 1433, 1434, 1521, 2049, 2375, 3306, 3389,
  5432, 5900, 5901, 5985, 5986, 6379, 9200, 11211, 27017,
]);

export default openFromOutside({
  question: 'How many risky services can be reached from the internet?',
  means:
    'File sharing, remote control, databases and management interfaces, open as seen from outside by a run that ended.',
  unit: 'open port',
  tone: 'bad',
  each: 'port',
  ports: RISKY_PORTS,
});
