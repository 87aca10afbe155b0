/** In the log of custody, beside a template that is not ours. */
export const OWN_TEMPLATE = 'A template of the preparer, not of proofpack: the words of the document are theirs';
