type Answer = { status: number; body: { errors?: { code: string; meta: { param_name?: string } }[] } | null }

/** What an answer complains about, in one line: `422 form_param_missing code`. */
export function faultOf({ status, body }: Answer): string {
  const first = body?.errors?.[0]
  return [status, first?.code, first?.meta.param_name].filter((part) => part !== undefined).join(' ')
}
