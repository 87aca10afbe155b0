/** A framework of two questions of its own, by path: all documents are made, and they are short. */
export declare const SMALL_FRAMEWORK: Readonly<
  Record<`frameworks/small/${'framework' | 'controls' | 'mapping'}.yaml`, string>
>;
