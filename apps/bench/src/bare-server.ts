import { DatabaseSync } from 'node:sqlite'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

const database = new DatabaseSync(':memory:')
database.exec('create table people (id integer primary key, email text not null, name text not null)')
database.exec('create unique index people_email on people (email)')
const insert = database.prepare('insert into people (email, name) values (?, ?)')
for (let number = 0; number < 10_000; number++) insert.run(`${number}@example.com`, `Person ${number}`)
const select = database.prepare('select id, email, name from people where email = ?')

const app = new Hono()
app.get('/person', (c) => c.json(select.get('5000@example.com')))
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT) }, () =>
  console.log('listening'),
)
