import { countOf, counts, isClear } from './kit/count.ts';

export default countOf({
  question: 'How many pieces of software does the inventory list?',
  means: 'Distinct names of software in use. It does not show that nothing else is installed.',
  from: ['asset'],
  of: 'thing',
  unit: 'software product',
  tone: 'plain',
  subject: (asset) => (asset.type === 'software' ? { name: asset.name } : undefined),
  judge: (asset) =>
    asset.status === 'retired' || asset.status === 'lost'
      ? isClear(`${asset.name}: ${asset.status}`)
      : counts(asset.name),
});
