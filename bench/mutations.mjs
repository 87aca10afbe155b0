// Damage of the kinds that transport, editors and attackers do, the same for the same seed.

/** Mulberry32: a small generator of numbers in [0, 1) from a seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const INSERTED = [
  Buffer.from([0]),
  Buffer.from('"'),
  Buffer.from('"""'),
  Buffer.from("'"),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from('\u202e'),
  Buffer.from('\r'),
  Buffer.from('\n\n'),
  Buffer.from(',;\t|'),
  Buffer.from('{"__proto__":{"x":1}}'),
  Buffer.from('[[[['),
  Buffer.from('1e999'),
  Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
  Buffer.from('&a;'),
  Buffer.from(']]>'),
  Buffer.from('=cmd|/c calc'),
  Buffer.from('x'.repeat(20_000)),
  Buffer.from(' '.repeat(20_000)),
];

const KINDS = {
  flip(bytes, random) {
    const copy = Buffer.from(bytes);
    for (let i = 0; i <= random() * 8; i += 1) copy[at(copy, random)] = Math.floor(random() * 256);
    return copy;
  },
  cut: (bytes, random) => bytes.subarray(0, at(bytes, random)),
  behead: (bytes, random) => bytes.subarray(at(bytes, random)),
  splice: (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, at(bytes, random)), other.subarray(at(other, random))]),
  repeat(bytes, random) {
    const [from, to] = span(bytes, random);
    const chunk = bytes.subarray(from, to);
    const times = Math.min(2 + Math.floor(random() * 200), Math.ceil(2_000_000 / Math.max(1, chunk.length)));
    return Buffer.concat([bytes.subarray(0, to), ...Array.from({ length: times }, () => chunk), bytes.subarray(to)]);
  },
  drop(bytes, random) {
    const [from, to] = span(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  insert(bytes, random) {
    const place = at(bytes, random);
    return Buffer.concat([
      bytes.subarray(0, place),
      INSERTED[Math.floor(random() * INSERTED.length)],
      bytes.subarray(place),
    ]);
  },
  swapLines(bytes, random) {
    const lines = bytes.toString('latin1').split('\n');
    const [one, two] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)];
    [lines[one], lines[two]] = [lines[two], lines[one]];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  number: (bytes, random) => replaced(bytes, random, /\d+/g, ['1e999', '-1', '99999999999999999999', '0x41', '٣']),
  value: (bytes, random) => replaced(bytes, random, /"[^"\n]*"/g, ['null', '""', '{}', '[]', 'true', '"\\ud800"']),
};

/** One damaged copy: what was done, and the bytes. `other` is a second file to take parts from. */
export function mutate(bytes, other, random) {
  const kinds = Object.keys(KINDS);
  const kind = kinds[Math.floor(random() * kinds.length)];
  return { kind, bytes: KINDS[kind](bytes, random, other) };
}

function at(bytes, random) {
  return Math.floor(random() * bytes.length);
}

function span(bytes, random) {
  return [at(bytes, random), at(bytes, random)].sort((a, b) => a - b);
}

function replaced(bytes, random, pattern, values) {
  const text = bytes.toString('latin1');
  const found = [...text.matchAll(pattern)];
  const one = found[Math.floor(random() * found.length)];
  if (one === undefined) return bytes;
  const value = values[Math.floor(random() * values.length)];
  return Buffer.from(text.slice(0, one.index) + value + text.slice(one.index + one[0].length), 'latin1');
}
