/** What the page for signing in says. */
export const SIGN_IN_WORDS = {
  az: {
    title: 'Redaktor masasına giriş',
    key: 'Giriş açarı',
    hint: 'Redaktor və ya administrator açarı: axtar_editor_… ilə başlayır.',
    submit: 'Daxil ol',
    none: 'Açarı yazın.',
    unknown: 'Bu açar tanınmır və ya ləğv edilib.',
    expired: 'Bu açarın vaxtı bitib.',
    searchOnly: 'Bu açar yalnız axtarış üçündür. Redaktor və ya administrator açarı lazımdır.',
    away: 'Açarlar indi oxuna bilmir. Bir azdan yenidən cəhd edin.',
    about:
      'Açarı administrator verir. Açar brauzerdə yalnız bu masa üçün saxlanılır və brauzer bağlananda silinir.',
  },
  en: {
    title: "Sign in to the editors' desk",
    key: 'Access key',
    hint: 'A key of an editor or an administrator: it begins with axtar_editor_…',
    submit: 'Sign in',
    none: 'Enter the key.',
    unknown: 'This key is not known, or has been revoked.',
    expired: 'This key has expired.',
    searchOnly: 'This key is for searching only. A key of an editor or administrator is needed.',
    away: 'Keys cannot be read now. Try again in a moment.',
    about:
      'An administrator gives out keys. The browser keeps the key for this desk alone, and forgets it when it is closed.',
  },
} as const;
