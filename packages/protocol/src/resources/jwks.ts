/** `GET /.well-known/jwks.json` and `GET /v1/jwks`: the public halves of the signing keys (RFC 7517). */
export type JwksJSON = {
  keys: { kid: string; kty: 'RSA'; alg: 'RS256'; use: 'sig'; n: string; e: string }[]
}
