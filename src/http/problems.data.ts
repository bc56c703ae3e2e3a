/**
 * Every code that a client may branch on, with its status and its fixed title. Codes are never
 * renamed and never change their meaning; new ones may be added.
 */
export const PROBLEMS = {
  invalid_parameter: {
    status: 400,
    title: 'A parameter cannot be used.',
    az: 'Parametr yararsızdır.',
  },
  invalid_filter: {
    status: 400,
    title: 'The filter cannot be read.',
    az: 'Süzgəc oxuna bilmir.',
  },
  page_too_far: {
    status: 400,
    title: 'The page lies beyond the hits that can be paged to.',
    az: 'Səhifə vərəqlənə bilən nəticələrdən kənardadır.',
  },
  malformed_url: {
    status: 400,
    title: 'The address is not well formed.',
    az: 'Ünvan düzgün yazılmayıb.',
  },
  malformed_json: {
    status: 400,
    title: 'The body is not well-formed JSON.',
    az: 'Sorğunun gövdəsi düzgün JSON deyil.',
  },
  malformed_body: {
    status: 400,
    title: 'The body cannot be read.',
    az: 'Sorğunun gövdəsi oxuna bilmir.',
  },
  key_missing: {
    status: 401,
    title: 'This needs a key.',
    az: 'Bunun üçün açar lazımdır.',
  },
  key_invalid: {
    status: 401,
    title: 'The key is not known, or has been revoked.',
    az: 'Açar tanınmır və ya ləğv edilib.',
  },
  key_expired: {
    status: 401,
    title: 'The key has expired.',
    az: 'Açarın vaxtı bitib.',
  },
  forbidden: {
    status: 403,
    title: 'The key does not allow this.',
    az: 'Açar buna icazə vermir.',
  },
  not_found: {
    status: 404,
    title: 'There is nothing at this address.',
    az: 'Bu ünvanda heç nə yoxdur.',
  },
  document_not_found: {
    status: 404,
    title: 'There is no such document.',
    az: 'Belə sənəd yoxdur.',
  },
  job_not_found: {
    status: 404,
    title: 'There is no such job.',
    az: 'Belə iş yoxdur.',
  },
  key_not_found: {
    status: 404,
    title: 'There is no such key.',
    az: 'Belə açar yoxdur.',
  },
  method_not_allowed: {
    status: 405,
    title: 'This address does not take that method.',
    az: 'Bu ünvan həmin metodu qəbul etmir.',
  },
  not_acceptable: {
    status: 406,
    title: 'No answer in a form that is accepted.',
    az: 'Qəbul edilən formada cavab yoxdur.',
  },
  request_timeout: {
    status: 408,
    title: 'The request took too long to come.',
    az: 'Sorğunun gəlməsi çox vaxt apardı.',
  },
  conflict: {
    status: 409,
    title: 'As things stand this cannot be done.',
    az: 'Hazırkı vəziyyətdə bu mümkün deyil.',
  },
  precondition_failed: {
    status: 412,
    title: 'The document is not in the state that was expected.',
    az: 'Sənəd gözlənilən vəziyyətdə deyil.',
  },
  payload_too_large: {
    status: 413,
    title: 'The body is too large.',
    az: 'Sorğunun gövdəsi çox böyükdür.',
  },
  url_too_long: {
    status: 414,
    title: 'The address is too long.',
    az: 'Ünvan çox uzundur.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'The body is not of a type that is read here.',
    az: 'Gövdənin növü burada oxunmur.',
  },
  invalid_document: {
    status: 422,
    title: 'The document cannot be used.',
    az: 'Sənəd yararsızdır.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'The idempotency key was used for another request.',
    az: 'Təkrarlanma açarı başqa sorğu üçün işlədilib.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests.',
    az: 'Həddən çox sorğu.',
  },
  headers_too_large: {
    status: 431,
    title: 'The headers are too large.',
    az: 'Başlıqlar çox böyükdür.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side.',
    az: 'Bizim tərəfdə xəta baş verdi.',
  },
  engine_unavailable: {
    status: 503,
    title: 'The search engine does not answer.',
    az: 'Axtarış mühərriki cavab vermir.',
  },
  overloaded: {
    status: 503,
    title: 'There are more requests than can be answered now.',
    az: 'Sorğular indi cavablandırıla biləndən çoxdur.',
  },
  too_slow: {
    status: 503,
    title: 'The answer took too long.',
    az: 'Cavab çox vaxt apardı.',
  },
  storage_unavailable: {
    status: 503,
    title: 'Nothing can be stored now.',
    az: 'İndi heç nə saxlanıla bilmir.',
  },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
