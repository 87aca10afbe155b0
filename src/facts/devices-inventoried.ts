import { countOf, counts, isClear } from './kit/count.ts';

export default countOf({
  question: 'How many devices does the inventory list as in use?',
  means:
    'Devices that are in use or whose state is not told; spare, retired and lost ones are left out. It does not show that none is missing.',
  from: ['asset'],
  of: 'device',
  unit: 'device',
  tone: 'plain',
  subject: (asset) => (asset.type === 'device' ? { name: asset.name } : undefined),
  judge: (asset) =>
    asset.status === 'in-use' || asset.status === 'unknown'
      ? counts(`${asset.name}: ${asset.status === 'unknown' ? 'listed' : 'in use'}`)
      : isClear(`${asset.name}: ${asset.status}`),
});
