/** Beside a day on which somebody's word or decision ran out. */
export const LAPSED_WORDS = { expired: 'expired', review: 'review overdue' } as const;
