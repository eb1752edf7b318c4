/** The language that the site is told in, where a page is not in another; that of its `content/strings/` file. */
export const siteLanguage: string = process.env['SITE_LANG'] || 'en';
