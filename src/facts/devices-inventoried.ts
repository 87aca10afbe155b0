import { countOf, counts, isClear } from './kit/count.ts';
import { isInventory } from './kit/population.ts';

export default countOf({
  question: 'How many devices does the inventory list as in use?',
  means:
    'Devices that are in use or whose state is not told; spare, retired and lost ones are left out. Of the inventory that the engagement names, else of all lists of devices. It does not show that none is missing.',
  from: ['asset'],
  of: 'device',
  unit: 'device',
  tone: 'plain',
  // What an agent tells of its own machine is no entry of the inventory.
  subject: (asset, scope) => (asset.type === 'device' && isInventory(asset, scope) ? { name: asset.name } : undefined),
  judge: (asset) =>
    asset.status === 'in-use' || asset.status === 'unknown'
      ? counts(`${asset.name}: ${asset.status === 'unknown' ? 'listed' : 'in use'}`)
      : isClear(`${asset.name}: ${asset.status}`),
});
