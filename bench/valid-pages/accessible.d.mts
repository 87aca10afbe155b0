/** Every condition of PDF/UA-1 that a program can see and the file does not meet. */
export function accessibilitySays(file: string): readonly string[];
