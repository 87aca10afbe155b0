import { openFromOutside } from './kit/exposure.ts';

const REMOTE_DESKTOP: ReadonlySet<number> = new Set([3389]);

export default openFromOutside({
  question: 'How many hosts offer remote desktop to the internet?',
  means:
    'Port 3389 open as seen from outside by a run that ended. None only when such a run tried that port; closed from inside or in an unfinished run proves nothing.',
  unit: 'host',
  tone: 'bad',
  each: 'host',
  ports: REMOTE_DESKTOP,
});
