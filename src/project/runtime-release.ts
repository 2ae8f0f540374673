/**
 * The copies of version 0.1.0: the digest of the text, as in their headers, and that of the content. A copy
 * that only a formatter has changed is thus recognized as unmodified.
 */
const CONTENTS: Readonly<Record<string, string>> = {
  '4962f3eb08ca2134': '21caec2586931bb0', // js/recorder.h5.js
  '5b433d71b84d1e78': 'e3dd742fda5f82d7', // js/recorder.js
  '979f9f3e52b8380b': '5801bc23d09b5540', // js/voice.js
  c47b480df223e8a1: 'e3feee6af3494460', // n-jd/recorder.js
  '3eef66ea24a2bd6c': '8cdc4f747c7746c1', // n-jd/voice.js
  '465a466426a23aa1': '4b8d7d7e50937460', // n-ks/recorder.js
  '7cdf09cdc2dd8522': '8ffae8a17d093846', // n-ks/voice.js
  '855febad0cf329a6': 'cabf30bc8fad8370', // n-my/recorder.js
  '6a7ed3a2ddf4f7fa': 'd488c31e2571f511', // n-my/voice.js
  '0cb1d2d5386d028f': 'b3b735d5e7a46a53', // n-qq/recorder.js
  '1003bdf252594767': '5dd0e1d998ce44a3', // n-qq/voice.js
  '5e3a819ad3e0425c': '8b9536c0a0f2ee1c', // n-swan/recorder.js
  '28ccaca93692fed4': 'e4399916b9b35b12', // n-swan/voice.js
  '2afdb97a700214fb': '03b84d35bd55d2ca', // n-tt/recorder.js
  '15773a1fbb352064': '42a60b65f301ebc5', // n-tt/voice.js
  '5ccfe4b122cfa8bb': '01c2018479b3176a', // n-wx/recorder.js
  aaaa53e9ebe94978: '973acc5ad17b2127', // n-wx/voice.js
  '717be1513e2c277d': 'fda3bed4dab9e2ce', // taro2/recorder.js
  '299f6504ea5de089': 'd3a9405b82fed888', // taro2/voice.js
  '82a6f424276dcffb': 'df6cd3a9a3e87aaf', // ts/recorder.h5.ts
  '6a386fb27b52a0b9': 'c4f5cf376dd09119', // ts/recorder.ts
  ef99ed48f67bd294: '84906fc755741cf1', // ts/voice.ts
};

/** The content digest of a copy from version 0.1.0, by the digest of its text. */
export function contentOfRelease(textDigest: string): string | undefined {
  return CONTENTS[textDigest];
}
