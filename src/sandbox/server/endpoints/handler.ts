import type { Answer } from '../answers.ts'
import type { ApiRequest } from '../api-request.ts'
import type { Platform } from '../platform.ts'

/** A request together with what stood at the places in its path. */
export interface Call extends ApiRequest {
  params: Readonly<Record<string, string>>
}

/** Answers at once: between what it looks at and what it changes, nothing else happens. */
export type Handler = (call: Call, platform: Platform) => Answer
