import { refutes, supports } from './kit/subjects.ts';
import { agoText, isWithin } from './kit/time.ts';
import { shareOfVendors } from './kit/vendors.ts';

const REVIEWED_WITHIN_DAYS = 365;

export default shareOfVendors({
  question: 'What share of the vendors on the register was reviewed within a year of the as-of date?',
  means: 'Reviews of a vendor’s security with their day. What a review found is another question.',
  unit: 'vendor',
  silent: 'no review was seen',
  isListed: () => true,
  speaks: (document) => document.documentType === 'vendor-review' || document.topic === 'vendor-review',
  judge: (document, name, scope) => {
    const when = document.approved ?? document.observed;
    const text = `${name}: reviewed ${agoText(when, scope)}`;
    if (document.status === 'draft') return refutes(`${name}: the review is a draft`);
    return isWithin(when, REVIEWED_WITHIN_DAYS, scope) ? supports(text, { when }) : refutes(text, { when });
  },
});
