import { countOf, counts, isClear } from './kit/count.ts';

export default countOf({
  question: 'How many services of others does the inventory list?',
  means: 'Distinct names of services in use, such as cloud applications.',
  from: ['asset'],
  of: 'thing',
  unit: 'service',
  tone: 'plain',
  subject: (asset) => (asset.type === 'service' ? { name: asset.name } : undefined),
  judge: (asset) =>
    asset.status === 'retired' || asset.status === 'lost'
      ? isClear(`${asset.name}: ${asset.status}`)
      : counts(asset.name),
});
