/** The city and the country of an address of the network, in English; null for what is not known. */
export type Whereabouts = { city: string | null; country: string | null }

/** Tells where an address of the network is. */
export type Geolocation = { locate(ipAddress: string): Whereabouts }

export const unknownWhereabouts: Whereabouts = { city: null, country: null }

/** For a server without a database of places. */
export const noGeolocation: Geolocation = { locate: () => unknownWhereabouts }
