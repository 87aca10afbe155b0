const RESISTANT = /fido|passkey|windowshello|webauthn|x509|smart ?card|certificate|security ?key|platformcredential/i;
const WEAK =
  /^(sms|voice|voicemobile|voicealternatemobile|voiceoffice|mobilephone|alternatemobilephone|officephone|phone|text|call)$/i;
// Good for resetting a password, no second factor at sign-in.
const NO_FACTOR = /^(email|securityquestions?|password|none|temporaryaccesspass(onetime|multiuse)?)$/i;

export interface Strength {
  readonly methods: readonly string[];
  readonly phishingResistant: boolean;
  readonly weakOnly: boolean;
}

/** What a list of registered methods says about how easily the second factor is phished or intercepted. */
export function strengthOf(methods: readonly string[] | undefined): Partial<Strength> {
  if (methods === undefined) return {};
  const factors = methods.filter((method) => !NO_FACTOR.test(method.replace(/[\s_-]/g, '')));
  return {
    methods,
    phishingResistant: factors.some((method) => RESISTANT.test(method)),
    weakOnly: factors.length > 0 && factors.every((method) => WEAK.test(method.replace(/[\s_-]/g, ''))),
  };
}
