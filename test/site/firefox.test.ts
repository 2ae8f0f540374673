import { describe } from 'vitest';
import { BROWSERS } from '../support/browser';
import { testInEveryBrowser } from './in-every-browser';
import { siteIn } from './site-page';

describe('the site in Firefox', () => {
  testInEveryBrowser(siteIn(BROWSERS.find(({ name }) => name === 'Firefox')!));
});
