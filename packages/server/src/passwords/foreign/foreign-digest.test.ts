import type { PasswordHasherName } from '@usher/protocol'
import { describe, expect, test } from 'vitest'
import { isForeignDigest, storeForeignDigest, verifyForeignDigest } from './foreign-digest.ts'

const password = 'correct horse'

// Made with other implementations: Python's hashlib, libxcrypt, the argon2 of Rust, Firebase's own example.
const digests: [PasswordHasherName, string, string?][] = [
  [
    'argon2i',
    '$argon2i$v=19$m=64,t=2,p=1$dvVgc60eFQgzr2TUptZjJw$y6+l6wt+3KarqIQ+e/MrX8kyYk16X0UTBIHJeHaB5js',
  ],
  [
    'argon2id',
    '$argon2id$v=19$m=64,t=2,p=1$7Sj0aMh/JRSzMEomdzOZ1Q$pKPWDDbEUwAvAlo+o047bGDy+/DfpkaiWl5ckFwbxqk',
  ],
  ['bcrypt', '$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e'],
  ['bcrypt', '$2y$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW', 'abc123xyz'],
  ['bcrypt', '$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i', 'x'.repeat(80)],
  ['bcrypt_peppered', '$2a$04$abcdefghijklmnopqrstuugEH5s5r3zGAd2.thRclysskVPVf1JhW$pepper'],
  ['bcrypt_sha256_django', 'bcrypt_sha256$$2b$04$abcdefghijklmnopqrstuuIvyWZlBcE3WoQXKqRnwrLYJ6nenE0Bq'],
  ['ldap_ssha', '{SSHA}VQysdTiIXUBoDr2TzYj0h8JUBdQxMjM0NTY3OA=='],
  ['md5', '3cb4e732631f47e6eb961f34554b7cde'],
  ['md5_phpass', '$P$6saltsaltkvzKRh/t6g3XxQdpzcMGv.'],
  ['md5_salted', 'na$22aea74068da985ca56693c9f1b8bb30'],
  ['md5_salted', 'na$2fba1f3ffb36b9d03b428c87fa015f08'],
  [
    'pbkdf2_sha1',
    'pbkdf2_sha1$1000$salty-salt$a3801d633fd143feb5cded886782d3cb3d31e20b4682df15f7d990c14d25154b',
  ],
  ['pbkdf2_sha1', 'pbkdf2_sha1$1000$a1b2c3d4e5f60718$9302914381482e27ca881e1a81bd39ef602de162$20'],
  ['pbkdf2_sha256', 'pbkdf2_sha256$1000$obLD1OX2Bxg=$57Jm7InjgsY69GSKH/kmliALc4H5oZX3U1pu6d5XAK0='],
  ['pbkdf2_sha256_django', 'pbkdf2_sha256$1000$seasalt2$oksQ9Bdi8Bce0okH61Cis7qICJfP+cYfDOnMdNPMzK8='],
  [
    'pbkdf2_sha512',
    'pbkdf2_sha512$1000$seasalt2$21ef33291cab013757b559c17c3184a50dd80ab5e33a5df6b3cedbf0f621e99281610788028ad6204ed422a6c3bb1923337f7e2af51427822ce8260b82cbe1ed',
  ],
  [
    'pbkdf2_sha512_hex',
    'pbkdf2_sha512_hex$1000$a1b2c3d4e5f60718$39d7500e0845dd7761d70bb09ffb1f043e752c5e778ada015e209d5dc6ed8adc37c8a501a3f660e4288aa58d73811665856f0253770ca340951868d237e900fe',
  ],
  ['phpass', '$P$6saltsaltm5kzegSSYLpteeiemmHd3/'],
  ['phpass', '$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0', 'test12345'],
  [
    'scrypt_firebase',
    'lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==$42xEC+ixf3L2lw==$jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$Bw==$8$14',
    'user1password',
  ],
  [
    'scrypt_werkzeug',
    'scrypt:1024:8:1$pepperSalt$48b583f613262a05c9a3ef1efbaa9cc1d3546aef981863353ffe2df5b1cf0f011e3f7b77ecaf2120396382f749dcfcb64ff2b4f16db5c6ec060b9414c4dc5f50',
  ],
  ['sha256', '4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631'],
  ['sha256_salted', 'na$a93fd43af09417a274be58f5931bcdb373887b94bfe9830d3e53081c4ef37563'],
  [
    'sha512_symfony',
    'sha512_symfony$50$sym$8iDuCuctlJbVbDoCKzUdiyo7q8lPN1DotKVNocP814m1esJ63Nf9TsawwckaeUunecdoaL85lPwrPp3LXfXKwg==',
  ],
]

describe('a digest of another system', () => {
  test.each(digests)('%s knows its password and no other: %s', async (hasher, digest, own = password) => {
    const stored = storeForeignDigest(hasher, digest) ?? ''
    expect(isForeignDigest(stored)).toBe(true)
    expect(await verifyForeignDigest(stored, own)).toBe(true)
    expect(await verifyForeignDigest(stored, `${own.slice(0, 60)}!`)).toBe(false)
    expect(await verifyForeignDigest(stored, '')).toBe(false)
  })

  test('S4: a digest of bcrypt is of the first 72 bytes, so what follows them does not count', async () => {
    const stored = storeForeignDigest('bcrypt', digests[4]?.[1] ?? '') ?? ''
    expect(await verifyForeignDigest(stored, 'x'.repeat(72))).toBe(true)
    expect(await verifyForeignDigest(stored, 'x'.repeat(71))).toBe(false)
  })

  test.each<[PasswordHasherName, string[]]>([
    [
      'argon2i',
      [
        '',
        '$argon2id$v=19$m=64,t=2,p=1$7Sj0aMh/JRSzMEomdzOZ1Q$pKPWDDbEUwAvAlo+o047bGDy',
        '$argon2i$v=16$m=64,t=2,p=1$7Sj0aMh/JRSzMEomdzOZ1Q$pKPWDDbEUwAvAlo',
      ],
    ],
    [
      'argon2id',
      [
        '$argon2id$v=19$m=64,t=2,p=1$7Sj0aMh/JRSzMEomdzOZ1Q',
        '$argon2id$v=19$m=64,t=2$7Sj0aMh/JRSzMEomdzOZ1Q$pKPWDDbEUwAvAlo',
      ],
    ],
    [
      'bcrypt',
      [
        '',
        '$2b$04$short',
        '$2x$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e',
        '$2b$03$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e',
      ],
    ],
    [
      'bcrypt_peppered',
      [
        '$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e',
        '$2b$04$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e$',
      ],
    ],
    [
      'bcrypt_sha256_django',
      ['bcrypt_sha256$', 'bcrypt$$2b$04$abcdefghijklmnopqrstuuIvyWZlBcE3WoQXKqRnwrLYJ6nenE0Bq'],
    ],
    [
      'ldap_ssha',
      [
        '',
        '{SSHA}',
        '{SSHA}VQysdTiIXUBoDr2TzYj0h8JUBdQ=',
        '{SHA}VQysdTiIXUBoDr2TzYj0h8JUBdQxMjM0NTY3OA==',
        '{SSHA}💥',
      ],
    ],
    [
      'md5',
      [
        '',
        '3cb4e732631f47e6eb961f34554b7cd',
        '3cb4e732631f47e6eb961f34554b7cdez',
        '4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631',
      ],
    ],
    ['md5_phpass', ['$P$6saltsalt', '$Q$6saltsaltkvzKRh/t6g3XxQdpzcMGv.']],
    [
      'md5_salted',
      [
        '22aea74068da985ca56693c9f1b8bb30',
        '$22aea74068da985ca56693c9f1b8bb30',
        'na$22aea7',
        'n$a$22aea74068da985ca56693c9f1b8bb30',
      ],
    ],
    [
      'pbkdf2_sha1',
      [
        'pbkdf2_sha1$0$salt$a380',
        'pbkdf2_sha1$1000$salt$xyz',
        'pbkdf2_sha1$1000$$a380',
        'pbkdf2_sha1$1000$salt$a380$20',
        'pbkdf2_sha256$1000$salt$a380',
      ],
    ],
    [
      'pbkdf2_sha256',
      [
        'pbkdf2_sha256$1000$obLD1OX2Bxg=',
        'pbkdf2_sha256$many$obLD1OX2Bxg=$57Jm7A==',
        'pbkdf2_sha256$1000$not base64$57Jm7A==',
      ],
    ],
    ['pbkdf2_sha256_django', ['pbkdf2_sha256$-1$seasalt2$57Jm7A==', 'pbkdf2_sha256$1e3$seasalt2$57Jm7A==']],
    ['pbkdf2_sha512', ['pbkdf2_sha512$1000$seasalt2$', 'pbkdf2_sha512$1000$seasalt2$zz']],
    ['pbkdf2_sha512_hex', ['pbkdf2_sha512$1000$a1b2$39d7', 'pbkdf2_sha512_hex$1000$salt$39d7']],
    ['phpass', ['', '$P$6saltsaltm5kzegSSYLpteeiemmHd3', '$P$.saltsaltm5kzegSSYLpteeiemmHd3/']],
    [
      'scrypt_firebase',
      [
        '',
        'lSrfV15c$42xEC+ixf3L2lw==$jxspr8Ki$Bw==$8',
        'lSrfV15c$42xEC+ixf3L2lw==$$Bw==$8$14',
        'lSrfV15c$42xEC+ixf3L2lw==$jxspr8Ki$Bw==$0$14',
      ],
    ],
    [
      'scrypt_werkzeug',
      [
        'scrypt:1023:8:1$salt$abab',
        'scrypt:1024:8$salt$abab',
        'pbkdf2:sha256:1000$salt$abab',
        'scrypt:1024:8:1$$abab',
      ],
    ],
    ['sha256', ['', '4104', '4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b563g']],
    ['sha256_salted', ['na$4104', '4104d36f8da2c254349f85836793ebe029e0c957063a34c91c2e9203187b5631']],
    [
      'sha512_symfony',
      ['sha512_symfony$0$sym$AAAA', 'sha512_symfony$50$sym$AAAA', `sha512_symfony$50$$${'A'.repeat(86)}==`],
    ],
  ])('of %s that is not in its form is refused', (hasher, broken) => {
    for (const digest of broken) expect(storeForeignDigest(hasher, digest), digest).toBeNull()
  })

  test.each<[PasswordHasherName, string]>([
    ['bcrypt', '$2a$31$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e'],
    ['bcrypt', '$2a$17$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e'],
    [
      'argon2id',
      '$argon2id$v=19$m=1048576,t=2,p=1$7Sj0aMh/JRSzMEomdzOZ1Q$pKPWDDbEUwAvAlo+o047bGDy+/DfpkaiWl5ckFwbxqk',
    ],
    ['pbkdf2_sha256_django', 'pbkdf2_sha256$999999999$seasalt2$oksQ9Bdi8Bce0okH61Cis7qICJfP+cYfDOnMdNPMzK8='],
    ['phpass', '$P$UIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0'],
    ['scrypt_firebase', 'lSrfV15c$42xEC+ixf3L2lw==$jxspr8Ki$Bw==$8$20'],
    ['scrypt_werkzeug', `scrypt:1048576:32:1$salt$${'ab'.repeat(64)}`],
    ['sha512_symfony', `sha512_symfony$99999999$sym$${'A'.repeat(86)}==`],
  ])('S13: %s that costs too much is refused: %s', (hasher, digest) => {
    expect(storeForeignDigest(hasher, digest)).toBeNull()
  })

  test('what is not a stored digest of this kind matches nothing', async () => {
    for (const stored of ['', '{', '{}', '{bcrypt}', '{nobody}abc', '{__proto__}abc', '$argon2id$v=19$'])
      expect(await verifyForeignDigest(stored, password)).toBe(false)
  })
})
