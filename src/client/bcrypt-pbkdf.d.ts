declare module 'bcrypt-pbkdf' {
  const bcrypt: {
    /** Fills `key`; 0 when it could. */
    pbkdf(
      secret: Uint8Array,
      secretLength: number,
      salt: Uint8Array,
      saltLength: number,
      key: Uint8Array,
      keyLength: number,
      rounds: number,
    ): number;
  };
  export default bcrypt;
}
